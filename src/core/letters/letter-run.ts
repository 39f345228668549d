/** Makes a run of letters: pages for the post, drafts for the mail program, and one act that notes who was written to. */
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import { dayInWords } from '../people/day.rules.ts'
import { addresseeOf } from '../people/households/addressee.rules.ts'
import type { Contact } from '../people/people.requests.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { type Addressed, letterPlanner, type Plan, type Planned, type Way } from './letter-plan.ts'
import { letterWords } from './letter-words.ts'
import { letterheadStore } from './letterhead.store.ts'
import {
  type DraftPiece,
  draftsJob,
  type LetterPiece,
  type LettersPrinted,
  lettersJob,
  type PaymentSlip,
} from './letters.job.ts'
import type { LettersMade, LettersReport } from './letters.requests.ts'
import { fieldsIn, filled, isPersonal, type LetterField, plainFields } from './letters.rules.ts'
import { ibanInGroups } from './transfer.rules.ts'

/** Hidden addresses of one message: what mail services take without a doubt. */
const hiddenAtOnce = 50
/** Letters of a proof. */
const proofLetters = 3
/** Lines of a report that travel back. */
export const mostLines = 1000
/** Rows written at a time. */
const writtenAtOnce = 200

export type RunText = { readonly subject: string; readonly body: string }
export type RunWay = Way & { readonly together: boolean; readonly proof: boolean; readonly evenIfMissing: boolean }

/** What one letter says beyond the text: fields, how it is sent, a slip. */
export type More = {
  readonly values: Readonly<Partial<Record<LetterField, string>>>
  readonly sentAs?: string
  readonly slip?: PaymentSlip
}

/** What the log keeps of a run. */
export type Noted = Pick<Run, 'kind' | 'request' | 'text' | 'year' | 'rung' | 'title'>

export type Run = {
  readonly kind: 'letter' | 'reminder' | 'receipt' | 'labels'
  /** Name of the request, which the act bears. */
  readonly request: string
  readonly text: RunText
  readonly way: RunWay
  readonly year?: number
  readonly rung?: string
  /** Words of the file’s name. */
  readonly file?: string
  /** What the act is about, in the history; the subject of the letter otherwise. */
  readonly title?: string
  readonly more?: (one: Addressed) => More
}

/** Refuses a field that is none of those allowed, by its name (`unknownField`). */
export function refuseUnknownFields({ subject, body }: RunText, allowed: readonly LetterField[] = plainFields): void {
  for (const [field, text] of [
    ['subject', subject],
    ['body', body],
  ] as const) {
    const { unknown } = fieldsIn(text, allowed)
    if (unknown !== undefined) throw new Refusal('invalidInput', { reason: 'unknownField', name: unknown }, field)
  }
}

export const reportOf = (plan: Plan): LettersReport => ({
  letters: plan.letters.length,
  post: plan.letters.filter(({ channel }) => channel === 'post').length,
  email: plan.letters.filter(({ channel }) => channel === 'email').length,
  ...whomReached(plan),
})

/** What any run says of whom it reaches, before a page of it is made. */
export const whomReached = ({ letters, unreached }: Plan) => ({
  people: letters.reduce((sum, { contacts }) => sum + contacts.length, 0),
  pages: 0,
  nobody: unreached.slice(0, mostLines),
  unreached: unreached.length,
  doubtful: letters
    .filter(({ warnings }) => warnings.length > 0)
    .slice(0, mostLines)
    .map(({ contacts, name, warnings }) => ({ id: contacts[0] ?? 0, name, warnings })),
  missing: [],
})

export type LetterRuns = ReturnType<typeof letterRuns>

export function letterRuns(register: Register, papers: Papers) {
  const planner = letterPlanner(register)
  const letterhead = letterheadStore(register)
  const mailing = register.prepare(
    'INSERT INTO mailing (kind, day, subject, body, year_id, rung) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const noted = register.prepare(
    'INSERT INTO mailing_letter (mailing_id, contact_id, envelope, channel) VALUES (?, ?, ?, ?)',
  )

  const paper = () => {
    const { language, country } = readAssociation(register)
    return { language, home: country, day: register.today() }
  }
  const valuesOf = ({ contacts, addressee, salutation }: Addressed): Readonly<Partial<Record<LetterField, string>>> => {
    const { language, day } = paper()
    const [first] = contacts
    const each = (read: (contact: Contact) => string): string => {
      const said = [...new Set(contacts.map(read).filter((text) => text !== ''))]
      return said.join(language === 'fr' ? ' et ' : ' and ')
    }
    const person = (field: 'firstName' | 'lastName') => (contact: Contact) =>
      contact.kind === 'person' ? contact[field] : field === 'lastName' ? contact.name : ''
    return {
      name: addressee.join(' '),
      firstName: each(person('firstName')),
      lastName: each(person('lastName')),
      salutation: salutation.replace(/,$/, ''),
      category: first?.category ?? '',
      memberNumber: each(({ memberNumber }) => memberNumber),
      city: first?.addresses[0]?.city ?? '',
      association: readAssociation(register).name,
      day: dayInWords(day, language),
    }
  }

  const print = async (letters: readonly Planned[], run: Run, desk: WorkDesk) => {
    const { language } = paper()
    const head = letterhead.head(register.today())
    async function* pieces(): AsyncGenerator<readonly LetterPiece[]> {
      for await (const batch of planner.addressed(letters, paper()))
        yield batch.map((one): LetterPiece => {
          const more = run.more?.(one)
          const values = { ...valuesOf(one), ...more?.values }
          return {
            contact: one.contacts[0]?.id ?? 0,
            name: one.planned.name,
            language,
            envelope: one.envelope,
            sentAs: more?.sentAs ?? '',
            subject: filled(run.text.subject, values),
            salutation: one.salutation,
            body: filled(run.text.body, values),
            ...(more?.slip === undefined ? {} : { slip: more.slip }),
          }
        })
    }
    const title = run.title ?? (run.text.subject === '' ? letterWords[language].title : filled(run.text.subject, {}))
    return await papers.make(
      lettersJob,
      { ...head, title, letters: letters.length, evenIfMissing: run.way.evenIfMissing },
      pieces(),
      desk,
    )
  }

  const signed = (greeting: string, body: string, more: More | undefined): string => {
    const { language } = paper()
    const { signatory, quality } = letterhead.read()
    const words = letterWords[language]
    const slip = more?.slip
    const colon = language === 'fr' ? '\u00a0: ' : ': '
    const transfer =
      slip === undefined || slip.iban === ''
        ? []
        : [
            [
              words.transfer,
              `${words.beneficiary}${colon}${slip.beneficiary}`,
              `${words.iban}${colon}${ibanInGroups(slip.iban)}`,
              ...(slip.bic === '' ? [] : [`${words.bic}${colon}${slip.bic}`]),
              `${words.reference}${colon}${slip.reference}`,
            ].join('\n'),
          ]
    const signature = [signatory, quality, readAssociation(register).name].filter((line) => line !== '').join('\n')
    return [greeting, body, ...transfer, signature].filter((part) => part !== '').join('\n\n')
  }

  const draft = async (letters: readonly Planned[], run: Run, desk: WorkDesk) => {
    const { language, day } = paper()
    const { email } = letterhead.read()
    const { name } = readAssociation(register)
    const { subject, body } = run.text
    const together = run.way.together && !isPersonal(subject) && !isPersonal(body) && run.more === undefined
    async function* pieces(): AsyncGenerator<readonly DraftPiece[]> {
      if (together) {
        const addresses = [...new Set(letters.flatMap(({ emails }) => emails))]
        const plain = { association: name, day: dayInWords(day, language) }
        for (let from = 0; from < addresses.length; from += hiddenAtOnce)
          yield [
            {
              ...{ name: 'message', to: [], hidden: addresses.slice(from, from + hiddenAtOnce) },
              subject: filled(subject, plain),
              text: signed(addresseeOf([], language).salutation, filled(body, plain), undefined),
            },
          ]
        return
      }
      for await (const batch of planner.addressed(letters, paper()))
        yield batch.map((one): DraftPiece => {
          const more = run.more?.(one)
          const values = { ...valuesOf(one), ...more?.values }
          return {
            name: fileName([one.planned.name], 'x').slice(0, -2).slice(0, 60),
            to: one.planned.emails,
            hidden: [],
            subject: filled(subject, values),
            text: signed(one.salutation, filled(body, values), more),
          }
        })
    }
    const head = { from: email, fromName: name, day, messages: letters.length }
    return await papers.make(draftsJob, head, pieces(), desk)
  }

  const note = async (letters: readonly Planned[], run: Noted, desk: WorkDesk): Promise<number> => {
    function* steps(): Generator<{ done: number; total: number }, number> {
      const { subject, body } = run.text
      const made = mailing.run(run.kind, register.today(), subject, body, run.year ?? null, run.rung ?? '')
      const id = Number(made.lastInsertRowid)
      for (let from = 0; from < letters.length; from += writtenAtOnce) {
        for (const [at, { contacts, channel }] of letters.slice(from, from + writtenAtOnce).entries())
          for (const contact of contacts) noted.run(id, contact, from + at + 1, channel)
        yield { done: Math.min(from + writtenAtOnce, letters.length), total: letters.length }
      }
      return id
    }
    const subject = (run.title ?? filled(run.text.subject, {})).slice(0, 120)
    return (await register.orderInSlices(run.request, subject, steps, desk, 'working')).answer
  }

  return {
    plan: (ids: readonly number[], way: Way, desk: WorkDesk): Promise<Plan> => planner.plan(ids, way, paper(), desk),
    note,
    /** Makes the papers of a plan and notes it, unless it is a proof. Refuses `nothingToPrint` when nobody is reached. */
    make: async (plan: Plan, run: Run, desk: WorkDesk): Promise<LettersMade> => {
      if (plan.letters.length === 0) throw new Refusal('nothingToPrint')
      const { language } = paper()
      const words = letterWords[language]
      const name = [run.file ?? words.title, register.today()]
      const report = reportOf(plan)
      if (run.way.proof) {
        const { bytes, report: printed } = await print(plan.letters.slice(0, proofLetters), run, desk)
        const post = papers.keep(fileName(name, 'pdf'), 'application/pdf', bytes)
        return { post, report: { ...report, ...printed }, mailing: 0 }
      }
      const byPost = plan.letters.filter(({ channel }) => channel === 'post')
      const byEmail = plan.letters.filter(({ channel }) => channel === 'email')
      const printed = byPost.length === 0 ? undefined : await print(byPost, run, desk)
      const drafted = byEmail.length === 0 ? undefined : await draft(byEmail, run, desk)
      const mailing = await note(plan.letters, run, desk)
      const facts: LettersPrinted = printed?.report ?? { pages: 0, missing: [] }
      const one = drafted?.report.messages === 1
      return {
        ...(printed === undefined
          ? {}
          : { post: papers.keep(fileName(name, 'pdf'), 'application/pdf', printed.bytes) }),
        ...(drafted === undefined
          ? {}
          : {
              drafts: papers.keep(
                fileName(name, one ? 'eml' : 'zip'),
                one ? 'message/rfc822' : 'application/zip',
                drafted.bytes,
              ),
            }),
        report: { ...report, ...facts },
        mailing,
      }
    },
  }
}
