/** Lists going out as address cards: one file for all, or a file each in an archive. On the papers thread. */
import { createHash } from 'node:crypto'
import type { DuesOut } from '../../dues/going-out.ts'
import { fileName } from '../../kit/file-name.ts'
import type { ConsentAnswer } from '../../people/consents/consents.rules.ts'
import type { Contact } from '../../people/people.requests.ts'
import type { ExportWriter } from '../export-writers.ts'
import { joined, packed, zipped } from '../export-zip.ts'
import { type CardPhoto, writeCard } from './vcard-writer.ts'

/** A contact as it travels to the thread, with its photo when cards are to have it, its dues when a table is. */
export type PhotographedContact = Contact & {
  readonly photo?: CardPhoto
  readonly dues?: readonly DuesOut[]
  readonly consents?: readonly ConsentAnswer[]
}

/** The name a card keeps for good: a UUID made of the register's and the contact's (RFC 9562, 5.8). */
export function cardUid(register: string, id: number): string {
  const hash = createHash('sha256').update(`${register}:${id}`).digest()
  hash[6] = ((hash[6] as number) & 0x0f) | 0x80
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`
}

export const writeCards: ExportWriter = (head, contacts, bench) => {
  const { language, day, register, vcard } = head
  const { version } = vcard
  const card = (contact: PhotographedContact, done: number): string => {
    if (done % 100 === 0) bench('writing', done, contacts.length)
    return writeCard(contact, { version, language, day, uid: ({ id }) => cardUid(register, id) }, contact.photo)
  }
  if (!head.vcard.each) return { bytes: joined(contacts.map((contact, at) => Buffer.from(card(contact, at)))) }
  const taken = new Set<string>()
  const entries = contacts.map((contact, at) => [freeName(contact, taken), packed(card(contact, at))] as const)
  return { bytes: zipped(day, entries), file: { extension: 'zip', type: 'application/zip' } }
}

/** `La-Fontaine-Jean-de.vcf`; namesakes are told apart by figures. */
function freeName(contact: Contact, taken: Set<string>): string {
  for (let rank = 1; ; rank += 1) {
    const name = fileName([contact.displayName, ...(rank === 1 ? [] : [String(rank)])], 'vcf')
    const folded = name.toLowerCase()
    if (taken.has(folded)) continue
    taken.add(folded)
    return name
  }
}
