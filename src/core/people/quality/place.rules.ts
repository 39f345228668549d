/** Addresses and phones that do not agree with their country. */
import { isBefore } from '../day.rules.ts'
import type { Contact } from '../people.requests.ts'
import { isMobile, phoneCountry } from '../phone.rules.ts'
import { postcodeFits } from '../postcode.rules.ts'
import { departmentOf, regionAgrees, townAgrees } from './french-places.rules.ts'
import type { Remark } from './remark.rules.ts'

type Address = Contact['addresses'][number]

/** France and what is posted as France: one country for a phone or a postcode of five figures. */
const french: ReadonlySet<string> = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF'])

/** Countries whose postcodes look like no other's: the shape alone tells them. */
const tellTale: readonly (readonly [string, RegExp])[] = [
  ['CA', /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d$/i],
  ['GB', /^[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}$/i],
  ['NL', /^\d{4} ?[A-Z]{2}$/i],
  ['PL', /^\d{2}-\d{3}$/],
  ['PT', /^\d{4}-\d{3}$/],
  ['BR', /^\d{5}-\d{3}$/],
  ['JP', /^\d{3}-\d{4}$/],
]

/** The country that postcode and town leave no doubt about, or undefined. */
export function certainCountry({ postcode, city }: Pick<Address, 'postcode' | 'city'>): string | undefined {
  const written = postcode.trim()
  if (/^(?:F-?)?\d{5}$/.test(written) && townAgrees(written, city) === true) return 'FR'
  return tellTale.find(([, shape]) => shape.test(written))?.[0]
}

const placeOf = ({ postcode, city, country }: Address): string =>
  [postcode, city, country].filter((text) => text !== '').join(' ')

/** A postcode of the country written as its posts do, when only figures or spaces are amiss: `75 005`, `F-75005`, `1000`. */
function mendedPostcode({ country, postcode, city }: Address): string | undefined {
  const bare = postcode
    .replace(/\s/g, '')
    .replace(/^[A-Z]{1,2}-?(?=\d)/i, '')
    .replace(/O/gi, '0')
  if (!french.has(country)) {
    const close = postcode.replace(/\s+/g, '')
    return close !== postcode && postcodeFits(country, close) ? close : undefined
  }
  if (/^\d{5}$/.test(bare)) return bare
  // A spreadsheet ate the nought; the town must agree, for a figure may also have been forgotten elsewhere.
  return /^\d{4}$/.test(bare) && townAgrees(`0${bare}`, city) === true ? `0${bare}` : undefined
}

/** Whether a postcode and a town without a country can only be meant for the country the association posts from. */
const isAtHome = ({ postcode, city }: Address, home: string, certain: string | undefined): boolean =>
  home !== '' &&
  postcode !== '' &&
  postcodeFits(home, postcode) &&
  (certain === undefined || certain === home) &&
  (!french.has(home) || townAgrees(postcode, city) !== false)

function addressRemarks(address: Address, at: number, home: string): readonly Remark[] {
  const { postcode, city, country, region } = address
  const remarks: Remark[] = []
  const said = placeOf(address)
  const field = (name: string): string => `addresses.${at}.${name}`
  const certain = certainCountry(address)
  if (country === '') {
    if (said !== '' && !isAtHome(address, home, certain))
      remarks.push({
        kind: 'countryMissing',
        field: field('country'),
        said,
        values: { place: said, country: certain ?? '' },
        changes: certain === undefined ? [] : [{ field: field('country'), value: certain }],
      })
    return remarks
  }
  if (postcode !== '' && !postcodeFits(country, postcode)) {
    // An inhabitant of Laval in Mayenne is not moved to Laval in Canada.
    const other =
      certain !== undefined && certain !== country && !(french.has(country) && certain === 'FR') ? certain : ''
    const mended = mendedPostcode(address)
    remarks.push(
      other !== ''
        ? {
            kind: 'countryDoubtful',
            field: field('country'),
            said,
            values: { place: said, country: other },
            changes: [{ field: field('country'), value: other }],
          }
        : {
            kind: 'postcodeShape',
            field: field('postcode'),
            said: `${postcode} ${country}`,
            values: { postcode, country },
            changes: mended === undefined ? [] : [{ field: field('postcode'), value: mended }],
          },
    )
    return remarks
  }
  if (!french.has(country)) {
    // Both shapes fit, as five figures do in many countries: only a great town tells, and a person decides.
    if (/^\d{5}$/.test(postcode) && townAgrees(postcode, city) === true && country !== 'MC')
      remarks.push({
        kind: 'countryDoubtful',
        field: field('country'),
        said,
        values: { place: said, country: 'FR' },
        changes: [],
      })
    return remarks
  }
  if (/[^\d]/.test(postcode)) {
    const mended = mendedPostcode(address)
    if (mended !== undefined && mended !== postcode)
      remarks.push({
        kind: 'postcodeShape',
        field: field('postcode'),
        said: `${postcode} ${country}`,
        values: { postcode, country },
        changes: [{ field: field('postcode'), value: mended }],
      })
  }
  const department = departmentOf(postcode)
  if (townAgrees(postcode, city) === false)
    remarks.push({
      kind: 'postcodeCity',
      field: field('postcode'),
      said: `${postcode} ${city}`,
      values: { postcode, city, department: department?.name ?? '' },
      changes: [],
    })
  if (region !== '' && regionAgrees(postcode, region) === false)
    remarks.push({
      kind: 'regionOther',
      field: field('region'),
      said: `${postcode} ${region}`,
      values: { postcode, region, department: department?.name ?? '' },
      changes: department === undefined ? [] : [{ field: field('region'), value: department.region }],
    })
  return remarks
}

/** Mobiles the French authority (Arcep) keeps for fiction, as the invented associations have. */
const fictional = /^(?:0|\+33)\s?6[\s.]?39[\s.]?98/

/** Numbers kept as written, and landlines of a country where the contact has no address; a mobile goes where its owner goes. */
function phoneRemarks(contact: Contact): readonly Remark[] {
  const countries = new Set(contact.addresses.map(({ country }) => (french.has(country) ? 'FR' : country)))
  countries.delete('')
  return contact.phones.flatMap(({ number }, at): readonly Remark[] => {
    const field = `phones.${at}.number`
    if (fictional.test(number)) return []
    if (!number.startsWith('+')) return [{ kind: 'phoneUnread', field, said: number, values: { number }, changes: [] }]
    if (countries.size === 0 || (number.startsWith('+33') && countries.has('FR'))) return []
    const own = phoneCountry(number)
    const country = french.has(own) ? 'FR' : own
    if (country === '' || countries.has(country) || isMobile(number)) return []
    return [
      {
        kind: 'phoneCountry',
        field,
        said: [number, ...[...countries].sort()].join(' '),
        values: { number, country, other: [...countries].join(', ') },
        changes: [],
      },
    ]
  })
}

/** What is remarked on the places of a contact; addresses left long ago are let alone. */
export const placeRemarks = (
  contact: Contact,
  { today, home }: { readonly today: string; readonly home: string },
): readonly Remark[] => [
  ...contact.addresses.flatMap((address, at) =>
    isBefore(address.until, today) || address.override !== '' ? [] : addressRemarks(address, at, home),
  ),
  ...phoneRemarks(contact),
]
