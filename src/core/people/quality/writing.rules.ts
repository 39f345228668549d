/** Names and addresses ill written: all in capitals, doubled signs, an e-mail's domain mistyped. */
import { emailLooksRight } from '../email.rules.ts'
import type { Contact } from '../people.requests.ts'
import type { Remark } from './remark.rules.ts'

/** Domains mistyped as hands mistype them, and what was meant. Only those that nobody owns an address at. */
const meantDomains: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'gmail.com':
      'gmial.com gmai.com gamil.com gmaill.com gmal.com gmil.com gnail.com gmail.con gmail.cm gmail.om gmail.fr gmail.co gmaul.com gmali.com',
    'hotmail.com': 'hotmal.com hotmial.com hotmai.com hotmail.con hormail.com hotmil.com homail.com hotamil.com',
    'hotmail.fr': 'hotmal.fr hotmial.fr hotmai.fr hormail.fr hotmil.fr homail.fr hotamil.fr',
    'yahoo.fr': 'yaho.fr yahou.fr yahooo.fr yaoo.fr yhaoo.fr yahoo.rf',
    'yahoo.com': 'yaho.com yahou.com yahooo.com yaoo.com yhaoo.com yahoo.con',
    'orange.fr': 'orage.fr ornage.fr oragne.fr orange.rf orrange.fr ornge.fr',
    'wanadoo.fr': 'wanado.fr wandoo.fr wanadou.fr wanaddo.fr wanadoo.rf wanadoo.com wanadooo.fr',
    'laposte.net': 'laposte.fr laposte.com lapost.net lasposte.net laposte.ner',
    'outlook.com': 'outlok.com outloo.com outlook.con oultook.com outllok.com',
    'outlook.fr': 'outlok.fr outloo.fr oultook.fr outllok.fr',
    'free.fr': 'fre.fr freee.fr free.rf',
    'sfr.fr': 'sfr.rf srf.fr',
    'icloud.com': 'iclou.com icoud.com icloud.con iclould.com',
    'live.fr': 'live.rf lvie.fr',
  }).flatMap(([meant, typed]) => typed.split(' ').map((domain) => [domain, meant])),
)

function emailRemarks(contact: Contact): readonly Remark[] {
  return contact.emails.flatMap(({ address }, at): readonly Remark[] => {
    const field = `emails.${at}.address`
    const place = address.lastIndexOf('@')
    const meant = place < 0 ? undefined : meantDomains[address.slice(place + 1).toLowerCase()]
    if (meant !== undefined) {
      const value = `${address.slice(0, place)}@${meant}`
      return [
        {
          kind: 'emailDomain',
          field,
          said: address,
          values: { email: address, meant: value },
          changes: [{ field, value }],
        },
      ]
    }
    return emailLooksRight(address)
      ? []
      : [{ kind: 'emailForm', field, said: address, values: { email: address }, changes: [] }]
  })
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}]/gu, '')
const isCased = (text: string): boolean => text.toLowerCase() !== text.toUpperCase()
/** All in capitals, or all in small letters; two letters may be initials. */
function illCased(text: string): boolean {
  const letters = lettersOf(text)
  if (letters.length < 3 || !isCased(letters)) return false
  return letters === letters.toUpperCase() || letters === letters.toLowerCase()
}

/** Words that stay small inside a French place name. */
const small: ReadonlySet<string> = new Set('sur sous les lès en de du des la le aux au et à d l près'.split(' '))

/** A text in capitals or small letters put as names are: `SAINT-GERMAIN-EN-LAYE` is `Saint-Germain-en-Laye`. */
export function wellCased(text: string, place: boolean): string {
  let first = true
  return text
    .toLowerCase()
    .replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => {
      const stays = place && !first && small.has(word)
      first = false
      return stays ? word : word.charAt(0).toUpperCase() + word.slice(1)
    })
    .replace(/\bMc(\p{Ll})(?=\p{Ll}{2})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/\bCedex\b/g, 'CEDEX')
}

/** Signs doubled, or left hanging at an end. Three points are meant. */
const illSpaced = /\s{2,}|\s[,;](?!\S)|\s,|,\s*,|;\s*;|(?<!\.)\.\.(?!\.)|^[\s,;.\-–]+|[\s,;\-–]+$|\(\s|\s\)/u

/** The same text with each sign once and nothing left hanging. */
export const wellSpaced = (text: string): string =>
  text
    .replace(/\s{2,}/gu, ' ')
    .replace(/\s+([,;])/g, '$1')
    .replace(/([,;])(?:\s*\1)+/g, '$1')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
    .replace(/\(\s+/g, '(')
    .replace(/\s+\)/g, ')')
    .replace(/^[\s,;.\-–]+|[\s,;\-–]+$/gu, '')

type Written = { readonly field: string; readonly text: string; readonly way: 'name' | 'place' | 'text' }

const written = (contact: Contact): readonly Written[] => [
  ...(contact.kind === 'person'
    ? ([
        { field: 'lastName', text: contact.lastName, way: 'name' },
        { field: 'firstName', text: contact.firstName, way: 'name' },
        { field: 'birthName', text: contact.birthName, way: 'name' },
        { field: 'profession', text: contact.profession, way: 'text' },
      ] as const)
    : ([{ field: 'name', text: contact.name, way: 'text' }] as const)),
  ...contact.addresses.flatMap(({ complement, street, city }, at): readonly Written[] => [
    { field: `addresses.${at}.complement`, text: complement, way: 'text' },
    { field: `addresses.${at}.street`, text: street, way: 'text' },
    { field: `addresses.${at}.city`, text: city, way: 'place' },
  ]),
]

/** What is remarked on the writing of a record. */
export const writingRemarks = (contact: Contact): readonly Remark[] => [
  ...emailRemarks(contact),
  ...written(contact).flatMap(({ field, text, way }): readonly Remark[] => {
    if (text === '') return []
    const remark = (kind: 'capitals' | 'spacing', value: string): readonly Remark[] =>
      value === text || value === ''
        ? []
        : [{ kind, field, said: text, values: { text, better: value }, changes: [{ field, value }] }]
    if (illSpaced.test(text)) return remark('spacing', wellSpaced(text))
    return way !== 'text' && illCased(text) ? remark('capitals', wellCased(text, way === 'place')) : []
  }),
]
