/** Countries: ISO 3166-1 alpha-2 codes, their names by CLDR (Intl.DisplayNames), and how people write them. */
import { countryCodes } from '../kit/country-codes.ts'
import { fold } from '../kit/text.ts'

const namesIn = new Map<
  string,
  { readonly names: Intl.DisplayNames; readonly known: Map<string, string | undefined> }
>()

/** The country's name in the language of the paper: `Allemagne`; empty for no code, the code itself for an unknown one. */
export function countryName(code: string, language: 'fr' | 'en'): string {
  return code === '' ? '' : (nameIn(code, language) ?? code)
}

/** Kept once found: there are few, and a list of thousands asks for each thousands of times. */
function nameIn(code: string, language: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined
  let spoken = namesIn.get(language)
  if (spoken === undefined) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    spoken = { names, known: new Map() }
    namesIn.set(language, spoken)
  }
  const { names, known } = spoken
  if (!known.has(code)) known.set(code, names.of(code))
  return known.get(code)
}

/** Languages whose names of countries are recognised besides French and English, since people write their own. */
const languages = ['fr', 'en', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'ro', 'sv', 'tr', 'el', 'ru', 'ar', 'zh', 'ja', 'ko']

/** Names CLDR does not give, folded: old, short, of a part of the state, or with the article left out. */
const otherNames: Readonly<Record<string, string>> = {
  ...{ 'france metropolitaine': 'FR', 'republique francaise': 'FR', corse: 'FR', guyane: 'GF', reunion: 'RE' },
  ...{ 'ile de la reunion': 'RE', 'polynesie francaise': 'PF', tahiti: 'PF', antilles: 'GP' },
  ...{
    'grande bretagne': 'GB',
    'great britain': 'GB',
    uk: 'GB',
    'u k': 'GB',
    angleterre: 'GB',
    england: 'GB',
    ecosse: 'GB',
  },
  ...{ scotland: 'GB', 'pays de galles': 'GB', wales: 'GB', 'irlande du nord': 'GB', 'northern ireland': 'GB' },
  ...{ eire: 'IE', 'republique d irlande': 'IE', 'republic of ireland': 'IE' },
  ...{
    usa: 'US',
    'u s a': 'US',
    'u s': 'US',
    'etats unis d amerique': 'US',
    'united states of america': 'US',
    amerique: 'US',
  },
  ...{ rfa: 'DE', brd: 'DE', 'republique federale d allemagne': 'DE', 'federal republic of germany': 'DE' },
  ...{ hollande: 'NL', holland: 'NL', 'the netherlands': 'NL', helvetie: 'CH', 'confederation suisse': 'CH' },
  ...{
    'republique tcheque': 'CZ',
    'czech republic': 'CZ',
    tchecoslovaquie: 'CZ',
    slovaque: 'SK',
    'republique slovaque': 'SK',
  },
  ...{
    turkey: 'TR',
    macedoine: 'MK',
    macedonia: 'MK',
    moldavie: 'MD',
    bielorussie: 'BY',
    belarus: 'BY',
    vatican: 'VA',
  },
  ...{ 'federation de russie': 'RU', 'russian federation': 'RU', urss: 'RU', ukraine: 'UA' },
  ...{
    'cote ivoire': 'CI',
    'ivory coast': 'CI',
    zaire: 'CD',
    rdc: 'CD',
    drc: 'CD',
    'rd congo': 'CD',
    'congo kinshasa': 'CD',
  },
  ...{ 'republique democratique du congo': 'CD', 'democratic republic of the congo': 'CD', 'congo rdc': 'CD' },
  ...{ congo: 'CG', 'congo brazzaville': 'CG', 'republique du congo': 'CG', 'cap vert': 'CV', 'cape verde': 'CV' },
  ...{ swaziland: 'SZ', 'haute volta': 'BF', dahomey: 'BJ', centrafrique: 'CF', rca: 'CF', comores: 'KM' },
  ...{ 'guinee conakry': 'GN', 'guinee bissao': 'GW', gambie: 'GM', 'ile maurice': 'MU', seychelles: 'SC' },
  ...{
    coree: 'KR',
    korea: 'KR',
    'republique de coree': 'KR',
    'republic of korea': 'KR',
    'south korea': 'KR',
    'north korea': 'KP',
  },
  ...{
    'republique populaire de chine': 'CN',
    prc: 'CN',
    'p r china': 'CN',
    'pr china': 'CN',
    'hong kong': 'HK',
    macao: 'MO',
  },
  ...{
    formose: 'TW',
    birmanie: 'MM',
    burma: 'MM',
    myanmar: 'MM',
    'viet nam': 'VN',
    'sri lanka': 'LK',
    ceylan: 'LK',
    perse: 'IR',
  },
  ...{
    'republique islamique d iran': 'IR',
    palestine: 'PS',
    'timor oriental': 'TL',
    uae: 'AE',
    'u a e': 'AE',
    eau: 'AE',
    dubai: 'AE',
  },
  ...{ 'republique dominicaine': 'DO', 'saint domingue': 'DO', haiti: 'HT', papouasie: 'PG' },
}

/** ISO 3166-1 alpha-3 of the countries lists most often come from, and the older signs of cars on postcodes. */
const otherCodes: Readonly<Record<string, string>> = {
  ...{ FRA: 'FR', DEU: 'DE', GBR: 'GB', USA: 'US', CHE: 'CH', BEL: 'BE', LUX: 'LU', NLD: 'NL', ITA: 'IT', ESP: 'ES' },
  ...{ PRT: 'PT', AUT: 'AT', IRL: 'IE', DNK: 'DK', SWE: 'SE', NOR: 'NO', FIN: 'FI', ISL: 'IS', POL: 'PL', CZE: 'CZ' },
  ...{ SVK: 'SK', HUN: 'HU', ROU: 'RO', BGR: 'BG', GRC: 'GR', TUR: 'TR', RUS: 'RU', UKR: 'UA', SRB: 'RS', HRV: 'HR' },
  ...{ SVN: 'SI', EST: 'EE', LVA: 'LV', LTU: 'LT', CAN: 'CA', MEX: 'MX', BRA: 'BR', ARG: 'AR', CHL: 'CL', COL: 'CO' },
  ...{ PER: 'PE', MAR: 'MA', DZA: 'DZ', TUN: 'TN', EGY: 'EG', LBN: 'LB', ISR: 'IL', IRN: 'IR', SEN: 'SN', CIV: 'CI' },
  ...{ CMR: 'CM', GAB: 'GA', MDG: 'MG', MLI: 'ML', BEN: 'BJ', TGO: 'TG', ZAF: 'ZA', CHN: 'CN', JPN: 'JP', KOR: 'KR' },
  ...{ IND: 'IN', VNM: 'VN', THA: 'TH', AUS: 'AU', NZL: 'NZ', SGP: 'SG', HKG: 'HK', TWN: 'TW', ARE: 'AE', MCO: 'MC' },
  ...{ F: 'FR', D: 'DE', B: 'BE', I: 'IT', E: 'ES', L: 'LU', P: 'PT', A: 'AT', S: 'SE', N: 'NO', UK: 'GB', EL: 'GR' },
}

let codesByName: ReadonlyMap<string, string> | undefined

/** Articles that may stand before the name: `la Suisse`, `the Gambia`. */
const article = /^(?:les?|la|l|the|au|aux|en) /

function names(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>()
  const learn = (name: string, code: string): void => {
    const folded = fold(name)
    for (const form of [
      folded,
      folded.replace(article, ''),
      folded.replace(/\bst\b/, 'saint'),
      folded.replace(/^ile de (?:la )?/, ''),
    ]) {
      if (form !== '' && !codes.has(form)) codes.set(form, code)
    }
  }
  for (const [name, code] of Object.entries(otherNames)) codes.set(fold(name), code)
  for (const language of languages) for (const code of countryCodes) learn(nameIn(code, language) ?? '', code)
  return codes
}

/**
 * The code of a country written in French, English, another of the languages members write in, or as a code:
 * `Allemagne`, `ALLEMAGNE`, `Germany`, `Deutschland`, `DE`, `DEU`, `D` give `DE`. Undefined when it is none.
 */
export function countryCode(written: string): string | undefined {
  const short = written.trim().toUpperCase().replaceAll('.', '')
  if (/^[A-Z]{2}$/.test(short) && countryCodes.includes(short)) return short
  const other = /^[A-Z]{1,3}$/.test(short) ? otherCodes[short] : undefined
  if (other !== undefined) return other
  codesByName ??= names()
  const folded = fold(written)
  return codesByName.get(folded) ?? codesByName.get(folded.replace(article, ''))
}

/**
 * A country as somebody types it in a field, by its code; empty stays empty, and what names no country comes back as it
 * was typed, to be refused. Two letters are a code in capitals alone: `li` is the beginning of a word.
 */
export function countryTyped(text: string): string {
  const written = text.trim()
  if (written.length < 4 && written !== written.toUpperCase()) return written
  return countryCode(written) ?? written
}
