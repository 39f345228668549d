/**
 * What a postcode looks like in each country: whether one fits the country written beside it. Facts published by the posts
 * (UPU's addressing sheets); the tests hold them against libaddressinput's examples. It tells shapes, not towns.
 */

/** `#` a figure, `@` a letter, `*` either, the rest itself; spaces and hyphens left out. Several shapes for one country are several rows. */
const shapes: Readonly<Record<string, string>> = {
  ASCN1ZZ: 'AC SH',
  'AD###': 'AD',
  '####':
    'AF AL AM AR AT AU AZ BD BE BG BH CH CK CR CV CY DK ET GE GW HM HT HU LB LR LU MD MK MZ NE NO NZ PH PY SI SJ SV TN TZ VE ZA',
  '2640': 'AI',
  AI2640: 'AI',
  '######': 'AM BY CN CO EC IN KG KH KR KZ MN NG PY RO RS RU SG TJ TM TT TW UZ VN',
  BIQQ1ZZ: 'AQ',
  '@####': 'AR',
  '@####@@@': 'AR',
  '96799': 'AS',
  '96799####': 'AS',
  '22###': 'AX',
  'AZ####': 'AZ',
  '#####':
    'BA BT CR CU CZ DE DO DZ EE EG EH ES FI FR GR GT HN HR ID IL IQ IT JO KE KH KR KW LA LK LT MA ME MM MN MU MV MX MY NI NP PE PK PL RS SA SE SK SN SO TH TR TW TZ UA US UY VN XK ZM',
  'BB#####': 'BB',
  '###': 'BH FO GN IS LS MG OM PG TW',
  '971##': 'BL GP MF',
  '977##': 'BL',
  '@@**': 'BM',
  '@@####': 'BN',
  '########': 'BR LB',
  '@#@#@#': 'CA',
  '6799': 'CC',
  '#######': 'CL CR EG IL JP PT',
  '6798': 'CX',
  '@####@': 'EC',
  '@@######': 'EC',
  FIQQ1ZZ: 'FK',
  '969##': 'FM GU MH MP PW',
  '969######': 'FM GU MH MP PW',
  '@##@@': 'GB',
  '@###@@': 'GB',
  '@#@#@@': 'GB',
  '@@##@@': 'GB',
  '@@###@@': 'GB',
  '@@#@#@@': 'GB',
  GIR0AA: 'GB',
  'BFPO#': 'GB',
  'BFPO##': 'GB',
  'BFPO###': 'GB',
  'BFPO####': 'GB',
  '973##': 'GF',
  'GY##@@': 'GG',
  'GY###@@': 'GG',
  GX111AA: 'GI',
  '39##': 'GL',
  SIQQ1ZZ: 'GS',
  '@##****': 'IE',
  '@#@****': 'IE',
  'IM##@@': 'IM',
  'IM###@@': 'IM',
  BBND1ZZ: 'IO',
  '##########': 'IR',
  'JE##@@': 'JE',
  'JE###@@': 'JE',
  'KY#####': 'KY',
  '@##@#@#': 'KZ',
  '948#': 'LI',
  '949#': 'LI',
  'LV####': 'LV',
  '980##': 'MC',
  '978##': 'MF',
  '972##': 'MQ',
  '@@@##': 'MT',
  '@@@####': 'MT',
  '###@@###': 'MU',
  '988##': 'NC',
  '2899': 'NF',
  '####@@': 'NL',
  'PC###': 'OM',
  'LIMA#': 'PE',
  'LIMA##': 'PE',
  'CALLAO#': 'PE',
  'CALLAO##': 'PE',
  '987##': 'PF',
  '975##': 'PM',
  PCRN1ZZ: 'PN',
  '006##': 'PR',
  '007##': 'PR',
  '009##': 'PR',
  '006######': 'PR',
  '007######': 'PR',
  '009######': 'PR',
  '974##': 'RE',
  '#########': 'SA US',
  STHL1ZZ: 'SH',
  TDCU1ZZ: 'SH TA',
  '4789#': 'SM',
  '@@#####': 'SO',
  'CP####': 'SV',
  '@###': 'SZ',
  TKCA1ZZ: 'TC',
  '984##': 'TF',
  '00120': 'VA',
  'VC####': 'VC',
  'VG####': 'VG',
  '008##': 'VI',
  '008######': 'VI',
  '986##': 'WF',
  'WS####': 'WS',
  '976##': 'YT',
}

const wanted: Readonly<Record<string, string>> = { '#': '\\d', '@': '[A-Z]', '*': '[A-Z\\d]' }

const patterns: ReadonlyMap<string, RegExp> = (() => {
  const alternatives = new Map<string, string[]>()
  for (const [shape, countries] of Object.entries(shapes)) {
    const pattern = shape.replace(/[#@*]/g, (sign) => wanted[sign] ?? sign)
    for (const country of countries.split(' '))
      alternatives.set(country, [...(alternatives.get(country) ?? []), pattern])
  }
  return new Map([...alternatives].map(([country, several]) => [country, new RegExp(`^(?:${several.join('|')})$`)]))
})()

/** Signs of countries once written before the figures: `F-75005`, `CH-1200`. */
const sign = /^[A-Z]{1,3}-(?=\d)/

/**
 * Whether a postcode has the shape of its country's; true too for nothing written, and for a country whose posts use no
 * postcode or that is not known. Spaces and hyphens do not count.
 */
export function postcodeFits(country: string, postcode: string): boolean {
  const pattern = patterns.get(country)
  const written = postcode.trim().toUpperCase()
  if (pattern === undefined || written === '') return true
  const bare = (text: string): string => text.replace(/[\s.\u2010-\u2015-]/gu, '')
  return pattern.test(bare(written)) || pattern.test(bare(written.replace(sign, '')))
}

/** Countries in which a postcode has a known shape. */
export const postcodeCountries: readonly string[] = [...patterns.keys()]
