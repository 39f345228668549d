/** The answers about verification forms. */
import { fileName } from '../../kit/file-name.ts'
import type { Papers } from '../../kit/papers.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { readAssociation } from '../../register/register.service.ts'
import type { Register } from '../../register/register.ts'
import { addressOn } from '../address.rules.ts'
import { latestAnswer, type publicationMedia, standings } from '../consents/consents.rules.ts'
import { refuseAnswers } from '../consents/consents.service.ts'
import { consentsStore } from '../consents/consents.store.ts'
import { isWrittenTo, wordsFor } from '../households/envelopes.rules.ts'
import { householdsStore } from '../households/households.store.ts'
import { pastDayReason } from '../life.rules.ts'
import { spokenName } from '../name.rules.ts'
import { contactsInBatches } from '../people.batches.ts'
import { type Contact, contactFilter } from '../people.requests.ts'
import { peopleAnswers } from '../people.service.ts'
import { peopleStore } from '../people.store.ts'
import { postalLines } from '../postal.rules.ts'
import { type FormPiece, formsJob } from './forms.job.ts'
import type { FormFound, formsRequests, LeftOutOfForms } from './forms.requests.ts'
import { contactOfReference, type FormMatter, formLanguage, formOf, formReference } from './forms.rules.ts'

/** Of those who get no form, so many are named. */
const mostNamed = 100

/** How many are proposed for a name that is being typed. */
const proposed = 12

export function formsAnswers(register: Register, papers: Papers): Answers<typeof formsRequests> {
  const people = peopleStore(register)
  const answers = peopleAnswers(register)
  const consents = consentsStore(register)
  const households = householdsStore(register, people.readMany)
  const withPhoto = register
    .prepare('SELECT contact_id FROM photo WHERE contact_id IN (SELECT value FROM json_each(?))')
    .pluck()
  const names = register.prepare(
    'SELECT id, display_name AS displayName, first_name AS firstName, particle, last_name AS lastName, kind FROM contact WHERE id = ?',
  )

  /** Everything the forms of some contacts say, read together. */
  const mattersOf = (contacts: readonly Contact[], day: string) => {
    const ids = contacts.map(({ id }) => id)
    const said = consents.answersOf(ids)
    const defaults = consents.defaults()
    const photos = new Set(withPhoto.all(JSON.stringify(ids)) as number[])
    const words = households.wordsOf(ids, day)
    return contacts.map((contact): { matter: FormMatter; household: (typeof words)[number] | undefined } => {
      const own = said.get(contact.id) ?? []
      const household = words.find(({ members }) => members.some((member) => member.contact === contact.id))
      const keep = latestAnswer(own, 'register', 'keep', day)
      const standing = (medium: (typeof publicationMedia)[number]) => standings(contact, own, defaults, medium, day)
      return {
        household,
        matter: {
          contact,
          standings: { paper: standing('paper'), pdf: standing('pdf'), web: standing('web') },
          keep: keep === undefined ? undefined : keep.value === 'yes',
          household: (household?.members ?? [])
            .filter((member) => member.present && member.contact !== contact.id)
            .map((member) => spokenName(names.get(member.contact) as Parameters<typeof spokenName>[0])),
          photo: photos.has(contact.id),
        },
      }
    })
  }

  const found = (id: number): Contact => {
    const contact = people.read(id)
    if (contact === undefined) throw new Refusal('notFound', { id }, 'contact')
    return contact
  }
  const foundForm = ({ id, displayName, confirmed, addresses }: Contact): FormFound => ({
    id,
    displayName,
    reference: formReference(id),
    city: addressOn(addresses, register.today(), 'shown')?.city ?? '',
    confirmed,
  })

  return {
    print: async ({ filter, list, order, returnTo, returnBy, evenIfMissing }, desk) => {
      await register.whenFree()
      const association = readAssociation(register)
      const day = register.today()
      const paper = { association: association.language, home: association.country, day }
      const chosen = people.idsInOrder(filter)
      const leftOut: LeftOutOfForms[] = []
      const keys: { readonly id: number; readonly key: string }[] = []
      for await (const batch of contactsInBatches(register, people, chosen)) {
        if (desk.signal.aborted) throw new Refusal('cancelled')
        for (const contact of batch) {
          const why = whyNone(contact, day)
          if (why === undefined) keys.push({ id: contact.id, key: postalKey(contact, day, paper.home) })
          else leftOut.push({ id: contact.id, name: contact.displayName, why })
        }
        desk.progress('gathering', keys.length + leftOut.length, chosen.length)
      }
      if (order === 'post') keys.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
      const ids = keys.map(({ id }) => id)
      if (ids.length === 0) throw new Refusal('nothingToPrint')

      async function* pieces(): AsyncGenerator<readonly FormPiece[]> {
        for await (const batch of contactsInBatches(register, people, ids)) {
          yield mattersOf(batch, day).map(({ matter, household }) => {
            const { contact } = matter
            const language = formLanguage(contact, association.language)
            const { lines, salutation } = wordsFor([contact], household, language)
            const address = addressOn(contact.addresses, day, 'mail')
            const envelope =
              address === undefined ? [] : postalLines(lines, address, { language, home: association.country }).lines
            return { ...formOf(matter, paper), envelope, salutation }
          })
        }
      }
      const { bytes, report } = await papers.make(
        formsJob,
        {
          association: association.name,
          accent: association.accent,
          language: association.language,
          day,
          list,
          returnTo: returnTo.split('\n').filter((text) => text.trim() !== ''),
          returnBy,
          evenIfMissing,
          forms: ids.length,
        },
        pieces(),
        desk,
      )
      const title = association.language === 'fr' ? 'Fiches a verifier' : 'Forms to check'
      const name = fileName([title, ...(list === '' ? [] : [list]), day], 'pdf')
      const kept = papers.keep(name, 'application/pdf', bytes)
      return { ...kept, report, leftOut: { count: leftOut.length, first: leftOut.slice(0, mostNamed) } }
    },

    find: ({ typed }) => {
      const id = contactOfReference(typed)
      const printed = id === undefined ? undefined : people.read(id)
      // A paper outlives the merge of its record: it is answered on the one that was kept.
      const contact = printed?.mergedInto === undefined ? printed : people.read(printed.mergedInto)
      if (contact !== undefined) return { found: contact.trashed ? [] : [foundForm(contact)] }
      if (typed.trim() === '') return { found: [] }
      const ids = people.idsInOrder(contactFilter.parse({ search: typed, deceased: true })).slice(0, proposed)
      return { found: people.readMany(ids).map(foundForm) }
    },

    of: ({ contact: id }) => {
      const contact = found(id)
      const association = readAssociation(register)
      const day = register.today()
      const [one] = mattersOf([contact], day)
      if (one === undefined) throw new Refusal('notFound', { id }, 'contact')
      const paper = { association: association.language, home: association.country, day }
      return { form: formOf(one.matter, paper), contact }
    },

    answer: ({ contact: id, revision, sheet, answers: given, day, proof }) => {
      const today = register.today()
      const reason = pastDayReason(day, today)
      if (reason !== undefined) throw new Refusal('invalidInput', { reason }, 'day')
      refuseAnswers(given)
      const on = day === '' ? today : day
      const before = found(id)
      const { id: _id, revision: _revision, sortKey: _key, displayName: _name, trashed, ...asItWas } = before
      if (trashed) throw new Refusal('notFound', { id }, 'contact')
      // An older paper does not take back a later confirmation.
      const confirmed = before.confirmed > on ? before.confirmed : on
      const kept = answers.update({ id, revision, contact: { ...(sheet ?? asItWas), confirmed }, shared: 'all' }) as {
        readonly revision: number
      }
      const said = consents.answersOf([id]).get(id) ?? []
      let written = 0
      for (const { medium, field, value, basis } of given) {
        const latest = latestAnswer(said, medium, field, '9999-12-31')
        if (latest?.value === value && latest.day === on && latest.source === 'form') continue
        const ground = basis ?? (value === 'yes' ? 'consent' : 'objection')
        consents.insert(id, { medium, field, value, basis: ground, day: on, source: 'form', proof })
        written++
      }
      return { id, revision: kept.revision, consents: written }
    },

    tally: () => ({
      today: (
        register
          .prepare("SELECT id FROM journal_act WHERE name = 'forms.answer' AND at >= ?")
          .pluck()
          .all(register.today()) as number[]
      ).filter((act) => register.undoneBy(act) === undefined).length,
    }),
  }
}

/** Why somebody gets no form; undefined: they get one. */
function whyNone(contact: Contact, day: string): LeftOutOfForms['why'] | undefined {
  if (contact.kind === 'organisation') return 'organisation'
  if (isWrittenTo(contact, day)) return undefined
  return contact.trashed ? 'trashed' : 'deceased'
}

/** As the posts sort: at home first, then by country, postcode, town and street; without an address last. */
function postalKey(contact: Contact, day: string, home: string): string {
  const address = addressOn(contact.addresses, day, 'mail')
  if (address === undefined) return `\uffff${contact.sortKey}`
  const country = address.country === '' || address.country === home ? '' : address.country
  return [country, address.postcode, address.city, address.street, contact.sortKey].join('\u0000').toLowerCase()
}
