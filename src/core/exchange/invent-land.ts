/** How a country is written down for the inventor: its cities, streets, numbers and names, each a line of plain text. */

export type Spelling = {
  readonly latin: string
  /** The same name in its own script, when that is not the Latin one. */
  readonly own?: string
}

export type City = {
  readonly postcode: string
  readonly city: string
  readonly region: string
  readonly phone?: string
}

export type Land = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string
  /** Its name in French, as a secretary types it. */
  readonly country: string
  readonly weight: number
  readonly cities: readonly City[]
  /** `{n}` stands for the number in the street. */
  readonly streets: readonly string[]
  /** `x` stands for a digit. Numbers kept for fiction where the country reserves some, else in the series 555 01xx. */
  readonly phones: readonly string[]
  readonly mobiles: readonly string[]
  readonly women: readonly Spelling[]
  readonly men: readonly Spelling[]
  readonly familiesOfWomen: readonly Spelling[]
  readonly familiesOfMen: readonly Spelling[]
  /** How a whole name is written in its own script: given name first, family name first, or family name first without a space. */
  readonly ownOrder: 'given' | 'family' | 'joined'
}

export type LandText = {
  readonly code: string
  readonly country: string
  readonly weight: number
  /** `postcode: city`, `postcode: city / region` or `city`, separated by ` | `. */
  readonly cities: string
  readonly streets: string
  readonly phones: string
  readonly mobiles: string
  /** `Latin` or `Latin=own script`, separated by commas. */
  readonly women: string
  readonly men: string
  readonly families: string
  /** Absent: the family names of men. */
  readonly familiesOfWomen?: string
  readonly ownOrder?: Land['ownOrder']
}

const parts = (text: string, separator: string) =>
  text
    .split(separator)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part.length > 0)

const spellings = (text: string): readonly Spelling[] =>
  parts(text, ',').map((part) => {
    const [latin = '', own] = part.split('=')
    return own === undefined ? { latin } : { latin, own }
  })

function cityOf(text: string): City {
  const [place = '', region = ''] = text.split(' / ')
  const [postcode, city] = place.split(': ')
  return city === undefined ? { postcode: '', city: place, region } : { postcode: postcode ?? '', city, region }
}

/** Reads a country's text. */
export function landOf(text: LandText): Land {
  const familiesOfMen = spellings(text.families)
  return {
    code: text.code,
    country: text.country,
    weight: text.weight,
    cities: parts(text.cities, '|').map(cityOf),
    streets: parts(text.streets, '|'),
    phones: parts(text.phones, '|'),
    mobiles: parts(text.mobiles, '|'),
    women: spellings(text.women),
    men: spellings(text.men),
    familiesOfWomen: text.familiesOfWomen === undefined ? familiesOfMen : spellings(text.familiesOfWomen),
    familiesOfMen,
    ownOrder: text.ownOrder ?? 'given',
  }
}
