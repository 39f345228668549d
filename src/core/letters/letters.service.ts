/** The answers about letters: letterhead, texts kept under a name, runs, and who was written to. */
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { refusingAbsorbed } from '../people/absorbed.ts'
import { isEmail } from '../people/email.rules.ts'
import { foldedName } from '../people/people.rules.ts'
import { peopleStore } from '../people/people.store.ts'
import { pictureOf } from '../people/photo.rules.ts'
import { keepDocument } from '../register/documents.ts'
import type { Register } from '../register/register.ts'
import { letterRuns, refuseUnknownFields, reportOf } from './letter-run.ts'
import { letterWords } from './letter-words.ts'
import { letterheadStore } from './letterhead.store.ts'
import { gaugeJob } from './letters.job.ts'
import type { Letterhead, LetterModel, lettersRequests, MailingLine } from './letters.requests.ts'
import { type Channel, duesFields, plainFields, type Wish } from './letters.rules.ts'
import { isIban } from './transfer.rules.ts'

/** Lines of a contact’s log. */
const mostLetters = 200

const mailingColumns = `m.id, m.kind, m.day, m.subject, coalesce(y.name, '') AS yearName, m.rung`

export function lettersAnswers(register: Register, papers: Papers): Answers<typeof lettersRequests> {
  const people = peopleStore(register)
  const head = letterheadStore(register)
  const runs = letterRuns(register, papers)
  const refuseAbsorbed = refusingAbsorbed(register)
  const models = register.prepare('SELECT id, revision, name, subject, body FROM letter_model ORDER BY folded')
  const model = register.prepare('SELECT id, revision, name, subject, body FROM letter_model WHERE id = ?')
  const twin = register.prepare('SELECT id FROM letter_model WHERE folded = ? AND id <> ?').pluck()
  const made = register.prepare('INSERT INTO letter_model (name, folded, subject, body) VALUES (?, ?, ?, ?)')
  const changed = register.prepare(
    'UPDATE letter_model SET revision = revision + 1, name = ?, folded = ?, subject = ?, body = ? WHERE id = ?',
  )
  const gone = register.prepare('DELETE FROM letter_model WHERE id = ?')
  const wish = register.prepare('SELECT channel FROM letter_channel WHERE contact_id = ?').pluck()
  const wished = register.prepare(
    `INSERT INTO letter_channel (contact_id, channel) VALUES (?, ?)
     ON CONFLICT (contact_id) DO UPDATE SET channel = excluded.channel`,
  )
  const unwished = register.prepare('DELETE FROM letter_channel WHERE contact_id = ?')
  const named = register.prepare('SELECT display_name FROM contact WHERE id = ?').pluck()
  const sent = register.prepare(
    `SELECT ${mailingColumns}, l.channel FROM mailing_letter l JOIN mailing m ON m.id = l.mailing_id
     LEFT JOIN due_year y ON y.id = m.year_id WHERE l.contact_id = ? ORDER BY m.day DESC, m.id DESC LIMIT ?`,
  )
  const total = register.prepare('SELECT count(*) FROM mailing').pluck()
  const page = register.prepare(
    `SELECT ${mailingColumns},
       (SELECT count(DISTINCT envelope) FROM mailing_letter WHERE mailing_id = m.id AND channel = 'post') AS post,
       (SELECT count(DISTINCT envelope) FROM mailing_letter WHERE mailing_id = m.id AND channel = 'email') AS email
     FROM mailing m LEFT JOIN due_year y ON y.id = m.year_id ORDER BY m.day DESC, m.id DESC LIMIT ? OFFSET ?`,
  )

  const asLetterhead = (): Letterhead => {
    const { emblem, ...kept } = head.read()
    return { ...kept, emblem: emblem !== '' }
  }

  return {
    letterhead: () => asLetterhead(),
    setLetterhead: (input) => {
      if (input.iban !== '' && !isIban(input.iban)) throw new Refusal('invalidInput', { reason: 'notAnIban' }, 'iban')
      if (input.email !== '' && !isEmail(input.email))
        throw new Refusal('invalidInput', { reason: 'invalid_format' }, 'email')
      head.write(input)
      return asLetterhead()
    },
    setEmblem: ({ bytes }) => {
      if (bytes === '') {
        head.setEmblem('')
        return { emblem: false }
      }
      const picture = Buffer.from(bytes, 'base64')
      const found = pictureOf(picture)
      if (typeof found === 'string') throw new Refusal('invalidInput', { reason: found }, 'bytes')
      // Transparent and interlaced pictures are not what a printed page can hold as it is; windows make them opaque.
      const [kind, interlaced] = [picture[25], picture[28]]
      if (found.type === 'image/png' && (kind === 4 || kind === 6 || interlaced !== 0))
        throw new Refusal('invalidInput', { reason: 'transparentPicture' }, 'bytes')
      head.setEmblem(keepDocument(register.folder, picture))
      return { emblem: true }
    },
    models: () => ({ models: models.all() as LetterModel[] }),
    saveModel: ({ id, revision, name, subject, body }) => {
      refuseUnknownFields({ subject, body }, [...plainFields, ...duesFields])
      register.subject(name)
      const folded = foldedName(name)
      const other = twin.get(folded, id ?? 0) as number | undefined
      if (other !== undefined) throw new Refusal('invalidInput', { reason: 'nameTaken', id: other }, 'name')
      if (id === undefined) return { id: Number(made.run(name, folded, subject, body).lastInsertRowid), revision: 1 }
      const known = model.get(id) as LetterModel | undefined
      if (known === undefined) throw new Refusal('notFound', { id }, 'id')
      if (revision !== undefined && revision !== known.revision)
        throw new Refusal('changedMeanwhile', { id }, 'revision')
      if (known.name === name && known.subject === subject && known.body === body)
        return { id, revision: known.revision }
      changed.run(name, folded, subject, body, id)
      return { id, revision: known.revision + 1 }
    },
    removeModel: ({ id }) => {
      const known = model.get(id) as LetterModel | undefined
      if (known === undefined) throw new Refusal('notFound', { id }, 'id')
      register.subject(known.name)
      gone.run(id)
      return { removed: true }
    },
    look: async ({ filter, ...way }, desk) => {
      await register.whenFree()
      return reportOf(await runs.plan(await people.idsFound(filter), way, desk))
    },
    write: async ({ filter, subject, body, ...way }, desk) => {
      const text = { subject, body }
      refuseUnknownFields(text)
      await register.whenFree()
      const plan = await runs.plan(await people.idsFound(filter), way, desk)
      return await runs.make(plan, { kind: 'letter', request: 'letters.write', text, way }, desk)
    },
    gauge: async (_nothing, desk) => {
      await register.whenFree()
      const kept = head.head(register.today())
      const { bytes } = await papers.make(gaugeJob, kept, [], desk)
      return papers.keep(fileName([letterWords[kept.language].gauge], 'pdf'), 'application/pdf', bytes)
    },
    prefer: ({ contact, channel }) => {
      const name = named.get(contact) as string | undefined
      if (name === undefined) throw new Refusal('notFound', { id: contact }, 'contact')
      refuseAbsorbed(contact, 'contact')
      register.subject(name)
      const before = (wish.get(contact) as Wish | undefined) ?? ''
      if (channel === '') {
        if (before !== '') unwished.run(contact)
      } else if (channel !== before) wished.run(contact, channel)
      return { channel }
    },
    ofContact: ({ contact }) => {
      if (named.get(contact) === undefined) throw new Refusal('notFound', { id: contact }, 'contact')
      return {
        channel: (wish.get(contact) as Wish | undefined) ?? '',
        letters: sent.all(contact, mostLetters) as (MailingLine & { channel: Channel | 'board' })[],
      }
    },
    mailings: ({ offset, limit }) => ({
      total: Number(total.get()),
      mailings: page.all(limit, offset) as MailingLine[],
    }),
  }
}
