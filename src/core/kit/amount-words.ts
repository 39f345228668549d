/**
 * Amounts in words, as slips and receipts say them: `quarante-trois euros et vingt-cinq centimes`. The rules of French
 * spelling are those of rules-fr.md 1.8: `vingt` and `cent` take an s when they are multiplied and last, `mille` never does,
 * `million` is a noun.
 */

/** Traditional: hyphens below a hundred, save around `et`; reformed (1990): hyphens everywhere. */
export type Spelling = 'traditional' | 'reformed'

const small =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  )
const tens = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
]

/** Below a hundred; `last`: nothing but a noun follows, so that `quatre-vingts` takes its s. */
function belowHundred(count: number, last: boolean): string {
  if (count < 20) return small[count] ?? ''
  const ten = Math.floor(count / 10)
  const unit = ten === 7 || ten === 9 ? (count % 10) + 10 : count % 10
  const stem = tens[ten] ?? ''
  if (unit === 0) return count === 80 && last ? `${stem}s` : stem
  if ((unit === 1 || unit === 11) && ten < 8) return `${stem} et ${small[unit]}`
  return `${stem}-${small[unit]}`
}

function belowThousand(count: number, last: boolean): string {
  const [hundreds, rest] = [Math.floor(count / 100), count % 100]
  if (hundreds === 0) return belowHundred(rest, last)
  const cent = hundreds === 1 ? 'cent' : `${small[hundreds]} cent${rest === 0 && last ? 's' : ''}`
  return rest === 0 ? cent : `${cent} ${belowHundred(rest, last)}`
}

/** Below a million, in words parted by spaces. */
function belowMillion(count: number): string {
  const [thousands, rest] = [Math.floor(count / 1000), count % 1000]
  if (thousands === 0) return belowThousand(rest, true)
  const mille = thousands === 1 ? 'mille' : `${belowThousand(thousands, false)} mille`
  return rest === 0 ? mille : `${mille} ${belowThousand(rest, true)}`
}

/** A whole number, less than a thousand million. */
export function frenchNumber(count: number, spelling: Spelling = 'traditional'): string {
  const joined = (text: string): string => (spelling === 'reformed' ? text.replaceAll(' ', '-') : text)
  const [millions, rest] = [Math.floor(count / 1_000_000), count % 1_000_000]
  const noun = millions === 0 ? '' : `${joined(belowThousand(millions, true))} million${millions > 1 ? 's' : ''}`
  return [noun, rest === 0 && millions > 0 ? '' : joined(belowMillion(rest))].filter((part) => part !== '').join(' ')
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const englishTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

function englishNumber(count: number): string {
  if (count < 20) return ones[count] ?? ''
  if (count < 100) return `${englishTens[Math.floor(count / 10)]}${count % 10 === 0 ? '' : `-${ones[count % 10]}`}`
  const [size, word] = count < 1000 ? [100, 'hundred'] : count < 1_000_000 ? [1000, 'thousand'] : [1_000_000, 'million']
  const rest = count % size
  const head = `${englishNumber(Math.floor(count / size))} ${word}`
  return rest === 0 ? head : `${head}${rest < 100 ? ' and ' : ' '}${englishNumber(rest)}`
}

/** An amount of cents, nothing or more, in words of the language. */
export function amountInWords(cents: number, language: 'fr' | 'en', spelling: Spelling = 'traditional'): string {
  const [euros, rest] = [Math.floor(cents / 100), cents % 100]
  const number = (count: number): string => (language === 'fr' ? frenchNumber(count, spelling) : englishNumber(count))
  const several = (count: number): string => ((language === 'fr' ? count > 1 : count !== 1) ? 's' : '')
  // Nothing follows a million but its noun: “un million d’euros”.
  const noun =
    language === 'fr' && euros >= 1_000_000 && euros % 1_000_000 === 0 ? ' d’euros' : ` euro${several(euros)}`
  const cent = language === 'fr' ? 'centime' : 'cent'
  const parts = [
    ...(euros > 0 || rest === 0 ? [`${number(euros)}${noun}`] : []),
    ...(rest > 0 ? [`${number(rest)} ${cent}${several(rest)}`] : []),
  ]
  return parts.join(language === 'fr' ? ' et ' : ' and ')
}
