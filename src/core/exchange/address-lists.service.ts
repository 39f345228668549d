/** Addresses ready for other programs: e-mails to paste as blind copies, and the rows of a mail merge. */
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { householdsAnswers } from '../people/households/households.service.ts'
import { peopleStore } from '../people/people.service.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { plausibleEmail } from './cells.ts'
import type { exchangeRequests } from './exchange.requests.ts'
import { rowsJob } from './export.job.ts'
import { exportFormats } from './export.requests.ts'

/** People looked at before the office is given back: a few milliseconds. */
const AT_ONCE = 500
/** Envelopes have at most seven lines: six by the posts' norm, and the country. */
const LINES = 7
/** Numbers of people without an e-mail that travel back. */
const MOST_WITHOUT = 10_000

const words = {
  fr: {
    line: 'Ligne',
    salutation: 'Formule d’appel',
    records: 'Nº des fiches',
    emails: 'courriels',
    envelopes: 'publipostage',
  },
  en: { line: 'Line', salutation: 'Salutation', records: 'Record numbers', emails: 'emails', envelopes: 'mail-merge' },
} as const

export function addressListAnswers(
  register: Register,
  papers: Papers,
): Pick<Answers<typeof exchangeRequests>, 'emailList' | 'mailMerge'> {
  const people = peopleStore(register)
  const addresses = register.prepare('SELECT address FROM email WHERE contact_id = ? ORDER BY position').pluck()
  const facts = register.prepare(
    `SELECT c.trashed, c.status, (SELECT n.value FROM consent AS n WHERE n.contact_id = c.id AND n.medium = 'register'
       AND n.field = 'keep' ORDER BY n.day DESC, n.id DESC LIMIT 1) AS keep FROM contact AS c WHERE c.id = ?`,
  )
  const householdOf = register.prepare('SELECT household_id FROM household_member WHERE contact_id = ?').pluck()
  const { compose } = householdsAnswers(register)

  return {
    emailList: async ({ filter, sort, separator, size }, desk) => {
      await register.whenFree()
      const { name, language } = readAssociation(register)
      const ids = await people.idsFound(filter, sort)
      const found = new Map<string, string>()
      const without: number[] = []
      let [leftOut, none] = [0, 0]
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        await register.whenFree()
        if (desk.signal.aborted) throw new Refusal('cancelled')
        desk.progress('gathering', at, ids.length)
        for (const id of ids.slice(at, at + AT_ONCE)) {
          const { trashed, status, keep } = facts.get(id) as { trashed: number; status: string; keep: string | null }
          if (trashed === 1 || status === 'deceased' || keep === 'no') {
            leftOut++
            continue
          }
          const usable = (addresses.all(id) as string[]).find(plausibleEmail)
          if (usable !== undefined) found.set(usable.toLowerCase(), found.get(usable.toLowerCase()) ?? usable)
          else if (++none <= MOST_WITHOUT) without.push(id)
        }
      }
      const all = [...found.values()]
      const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
        all.slice(at * size, (at + 1) * size),
      )
      const text = chunks.map((some) => some.join(separator === ',' ? ', ' : '; ')).join('\r\n\r\n')
      const bytes = new Uint8Array(Buffer.from(text === '' ? '' : `${text}\r\n`))
      const paper = papers.keep(
        fileName([name, words[language].emails, register.today()], 'txt'),
        'text/plain; charset=utf-8',
        bytes,
      )
      return { ...paper, addresses: all.length, chunks: chunks.length, leftOut, none, without }
    },

    mailMerge: async ({ filter, sort, format, csv, byHousehold }, desk) => {
      await register.whenFree()
      const { name: association, language } = readAssociation(register)
      const ids = await people.idsFound(filter, sort)
      const said = words[language]
      const day = register.today()
      let [rows, without] = [0, 0]
      async function* batches(): AsyncGenerator<string[][]> {
        for (const some of await together(ids, byHousehold)) {
          await register.whenFree()
          const { envelopes } = await compose({ contacts: some, language, byHousehold })
          const written = envelopes.filter(({ address }) => address.length > 0)
          rows += written.length
          without += envelopes.length - written.length
          yield written.map(({ postal, salutation, contacts }) => [
            ...Array.from({ length: LINES }, (_, at) => postal.lines[at] ?? ''),
            salutation,
            contacts.join(', '),
          ])
        }
      }
      const headers = [
        ...Array.from({ length: LINES }, (_, at) => `${said.line} ${at + 1}`),
        said.salutation,
        said.records,
      ]
      const head = { format, csv, association, day, headers, name: said.envelopes, rows: ids.length }
      const { bytes } = await papers.make(rowsJob, head, batches(), desk)
      const { extension, type } = exportFormats[format]
      const paper = papers.keep(fileName([association, said.envelopes, day], extension), type, bytes)
      return { ...paper, rows, without }
    },
  }

  /** Slices in which those who share an envelope stand together. */
  async function together(ids: readonly number[], byHousehold: boolean): Promise<number[][]> {
    const places = new Map<string, number[]>()
    for (const [at, id] of ids.entries()) {
      if (at % AT_ONCE === 0) await register.whenFree()
      const household = byHousehold ? householdOf.get(id) : undefined
      const key = household === undefined ? `of ${id}` : `together ${household}`
      const known = places.get(key)
      if (known === undefined) places.set(key, [id])
      else known.push(id)
    }
    const slices: number[][] = [[]]
    for (const some of places.values()) {
      const last = slices.at(-1) as number[]
      if (last.length + some.length > AT_ONCE) slices.push([...some])
      else last.push(...some)
    }
    return slices.filter((slice) => slice.length > 0)
  }
}
