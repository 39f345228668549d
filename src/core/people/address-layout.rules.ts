/**
 * Each country's own layout of an address, from the templates OpenCage keeps (package @fragaria/address-formatter).
 *
 * A template is asked once for each country and each set of parts at hand, with marks in place of the parts; its answer is
 * kept and filled ever after. So the package's habits meant for map data (repetitions dropped, towns renamed, postcodes
 * rewritten) never touch what a secretary has typed, and 20,000 addresses cost what filling costs.
 */
import formatter from '@fragaria/address-formatter'

/** Parts of an address by the names OpenCage gives them: `road`, `house_number`, `postcode`, `city`, `state`... */
export type AddressComponents = Readonly<Record<string, string>>

/**
 * The lines of an address given by its components, country's name included, as the package lays them out; tidied as map
 * data need it. For coordinates that come with components; our records go through `placeLines`.
 */
export const componentLines = (components: AddressComponents): readonly string[] =>
  formatter.format(components, { output: 'array' })

/** What of an address the country orders; `before`, `street` and `after` stand together in this order. */
export type Place = {
  /** Building, floor, care of. */
  readonly before: string
  readonly street: string
  /** Named place, post box. */
  readonly after: string
  readonly postcode: string
  readonly city: string
  readonly region: string
  readonly country: string
}

type Part = 'street' | 'postcode' | 'city' | 'region'
/** Private-use characters: no template and no member writes them, and no template changes them. */
const marks = { street: '\ue000', postcode: '\ue001', city: '\ue002', region: '\ue003' } as const satisfies Record<
  Part,
  string
>
const parts: readonly Part[] = ['street', 'postcode', 'city', 'region']
const anyMark = /[\ue000-\ue003]/u
const nothingButMarks = /[\ue000-\ue003]/gu

/** Countries whose own layout is for their own script, with another for Latin letters. */
const latinLayouts: Readonly<Record<string, string>> = {
  CN: 'CN_en',
  HK: 'HK_en',
  JP: 'JP_en',
  KR: 'KR_en',
  TW: 'TW_en',
}
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** What OpenCage calls our region where it is no state: Italy's provinces are counties, Chile's are regions. */
const otherRegionNames = ['county', 'region'] as const

function templateLines(
  template: string,
  present: readonly Part[],
  region: 'state' | (typeof otherRegionNames)[number],
): readonly string[] {
  const names = { street: 'road', postcode: 'postcode', city: 'city', region } as const
  const given = Object.fromEntries(present.map((part) => [names[part], marks[part]]))
  return (
    formatter
      .format({ ...given, countryCode: template }, { output: 'array', cleanupPostcode: false })
      // A line without a mark names a country or a territory: ours is named by CLDR, in the language of the paper.
      .filter((line) => anyMark.test(line))
      // Signs that stood before or after an absent part; Hungary's template ends a house's number with a full stop.
      .map((line) => line.replace(/^[\s,.-]+|[\s,.-]+$/gu, ''))
  )
}

const layouts = new Map<string, readonly string[]>()

function layoutOf(template: string, present: readonly Part[]): readonly string[] {
  const key = `${template} ${present.join(' ')}`
  const kept = layouts.get(key)
  if (kept !== undefined) return kept
  const whole = (lines: readonly string[]): boolean =>
    !present.includes('region') || lines.some((line) => line.includes(marks.region))
  const first = templateLines(template, present, 'state')
  const lines = whole(first)
    ? first
    : (otherRegionNames.map((name) => templateLines(template, present, name)).find(whole) ?? first)
  const layout = withLostParts(lines, present, template === '')
  layouts.set(key, layout)
  return layout
}

/** What a template leaves out but somebody took care to write: street, town and postcode always, the region of nowhere known. */
function withLostParts(given: readonly string[], present: readonly Part[], nowhere: boolean): readonly string[] {
  let lines = [...given]
  const lost = (part: Part): boolean => present.includes(part) && !lines.some((line) => line.includes(marks[part]))
  if (lost('street')) lines = [marks.street, ...lines]
  if (lost('city')) lines.splice(lines.findIndex((line) => line.includes(marks.street)) + 1, 0, marks.city)
  if (lost('postcode')) {
    const town = lines.findIndex((line) => /[\ue002\ue003]/u.test(line))
    if (town < 0) lines.push(marks.postcode)
    else lines[town] = `${marks.postcode} ${lines[town]}`
  }
  if (lost('region') && (nowhere || lines.length === 0)) lines.push(marks.region)
  return lines
}

/** The lines of a place in its country's order, without the country's name; an unknown country has the most common order. */
export function placeLines(place: Place): readonly string[] {
  const block = [place.before, place.street, place.after].filter((line) => line !== '')
  const values: Readonly<Record<Part, string>> = {
    street: place.street || block[0] || '',
    postcode: place.postcode,
    city: place.city,
    region: place.region,
  }
  const present = parts.filter((part) => values[part] !== '')
  if (present.length === 0) return []
  const latin = latinLayouts[place.country]
  const template =
    latin !== undefined && !eastAsian.test(place.street + place.city + place.region) ? latin : place.country
  return layoutOf(template, present).flatMap((line) => {
    const filled = line.replace(nothingButMarks, (mark) => values[parts[mark.charCodeAt(0) - 0xe000] ?? 'city'])
    if (!line.includes(marks.street)) return [filled]
    if (place.street === '') return [...(line === marks.street ? block : [filled, ...block.slice(1)])]
    return [place.before, filled, place.after].filter((text) => text !== '')
  })
}
