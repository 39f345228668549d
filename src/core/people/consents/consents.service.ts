/** The answers about what people let the association publish, and keep. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import type { Register } from '../../register/register.ts'
import { refusingAbsorbed } from '../absorbed.ts'
import { isBefore } from '../day.rules.ts'
import { pastDayReason } from '../life.rules.ts'
import type { ContactStatus } from '../people.requests.ts'
import type { consentsRequests, Opposition, RetentionProposal } from './consents.requests.ts'
import {
  answerTrouble,
  byMedium,
  type ConsentAnswer,
  defaultChoiceOf,
  latestAnswer,
  modeAnswers,
  modeOf,
  monthsBefore,
  type PublicationMedium,
  type PublishedField,
  publicationMedia,
  publishedFields,
  standings,
} from './consents.rules.ts'
import { consentsStore } from './consents.store.ts'

type Circumstances = Pick<ConsentAnswer, 'day' | 'source' | 'proof'>
type Said = Pick<ConsentAnswer, 'medium' | 'field' | 'value'> & { readonly basis?: ConsentAnswer['basis'] | undefined }

type Named = {
  readonly id: number
  readonly displayName: string
  readonly status: ContactStatus
  readonly trashed: number
  readonly born: string
}

/** Contacts gone through at a time: a few milliseconds. */
const handful = 100
/** Contacts whose answers are read at once to see whether anything is new. */
const few = 50

/** All but the list on paper and erasing, which ask rooms that know more (`membership/`). */
export function consentsAnswers(
  register: Register,
): Omit<Answers<typeof consentsRequests>, 'printOppositions' | 'erasure' | 'erase'> {
  const store = consentsStore(register)
  const refuseAbsorbed = refusingAbsorbed(register)
  const named = register.prepare(
    'SELECT id, display_name AS displayName, status, trashed, born FROM contact WHERE id = ?',
  )
  const found = (id: number, field = 'contact'): Named => {
    const contact = named.get(id) as Named | undefined
    if (contact === undefined) throw new Refusal('notFound', { id }, field)
    return contact
  }

  const circumstances = ({ day, source, proof }: Circumstances): Circumstances => {
    const today = register.today()
    const reason = pastDayReason(day, today)
    if (reason !== undefined) throw new Refusal('invalidInput', { reason }, 'day')
    return { day: day === '' ? today : day, source, proof }
  }
  /** The answers that are not already the latest word, said in the same way on the same day. */
  const news = (contact: number, said: readonly Said[], how: Circumstances): readonly ConsentAnswer[] => {
    const before = store.answersOf([contact]).get(contact) ?? []
    const found: ConsentAnswer[] = []
    for (const { medium, field, value, basis = value === 'yes' ? 'consent' : 'objection' } of said) {
      const latest = latestAnswer(before, medium, field, '9999-12-31')
      const same =
        latest !== undefined &&
        latest.value === value &&
        latest.basis === basis &&
        latest.day === how.day &&
        latest.source === how.source &&
        latest.proof === how.proof
      if (!same) found.push({ medium, field, value, basis, ...how })
    }
    return found
  }
  const write = (contact: number, said: readonly Said[], how: Circumstances): number => {
    const found = news(contact, said, how)
    for (const answer of found) store.insert(contact, answer)
    return found.length
  }
  /** Of a few, whether anything is new is known beforehand, and no act is left of nothing. */
  const nothingNew = (contacts: readonly number[], said: readonly Said[], how: Circumstances): boolean =>
    contacts.length <= few && contacts.every((id) => news(id, said, how).length === 0)
  function* writeMany(contacts: readonly number[], said: readonly Said[], how: Circumstances) {
    let recorded = 0
    for (const [done, id] of contacts.entries()) {
      recorded += write(id, said, how)
      yield { done: done + 1, total: contacts.length }
    }
    return recorded
  }
  const subjectOf = (contacts: readonly number[]): string => {
    const names = contacts.map((id, at) => {
      refuseAbsorbed(id, `contacts.${at}`)
      return found(id, `contacts.${at}`).displayName
    })
    return names.length > 3 ? `${names.slice(0, 3).join(', ')} + ${names.length - 3}` : names.join(', ')
  }
  const onMedia = (media: readonly PublicationMedium[], answers: readonly Pick<ConsentAnswer, 'field' | 'value'>[]) =>
    media.flatMap((medium) => answers.map((answer): Said => ({ medium, ...answer })))

  return {
    of: ({ contact: id }) => {
      const { status, trashed, born } = found(id)
      const answers = store.answersOf([id]).get(id) ?? []
      const day = register.today()
      const defaults = store.defaults()
      const keep = latestAnswer(answers, 'register', 'keep', day)
      return {
        media: byMedium((medium) => {
          const fields = standings({ status, trashed: trashed === 1, born }, answers, defaults, medium, day)
          return { mode: modeOf(fields), fields: fields.map(withoutNumbers) }
        }),
        keep: keep === undefined ? null : said(keep),
        log: answers
          .map(({ contact: _contact, ...answer }) => answer)
          .sort((one, other) => (one.day === other.day ? other.id - one.id : one.day < other.day ? 1 : -1)),
      }
    },

    record: async ({ contacts, answers, ...given }, desk) => {
      const how = circumstances(given)
      refuseAnswers(answers)
      const subject = subjectOf(contacts)
      if (nothingNew(contacts, answers, how)) return { recorded: 0 }
      const steps = () => writeMany(contacts, answers, how)
      const { answer: recorded } = await register.orderInSlices('consents.record', subject, steps, desk, 'working')
      return { recorded }
    },

    mode: async ({ contacts, media, mode, basis, ...given }, desk) => {
      const how = circumstances(given)
      const subject = subjectOf(contacts)
      const said = onMedia(media, modeAnswers(mode)).map((answer) =>
        answer.value === 'yes' ? { ...answer, basis } : answer,
      )
      if (nothingNew(contacts, said, how)) return { recorded: 0 }
      const steps = () => writeMany(contacts, said, how)
      const { answer: recorded } = await register.orderInSlices('consents.mode', subject, steps, desk, 'working')
      return { recorded }
    },

    oppose: ({ contact, ...given }) => {
      refuseAbsorbed(contact, 'contact')
      register.subject(found(contact).displayName)
      return { recorded: write(contact, onMedia(publicationMedia, modeAnswers('absent')), circumstances(given)) }
    },

    oppositions: async ({ since, medium }) => {
      const day = register.today()
      const oppositions: Opposition[] = []
      const after = register
        .prepare(
          `SELECT DISTINCT c.id, c.display_name AS displayName, c.sort_key AS key FROM consent a
           JOIN contact c ON c.id = a.contact_id
           WHERE a.value = 'no' AND a.medium <> 'register' AND a.day >= ? AND c.trashed = 0 ORDER BY c.sort_key, c.id`,
        )
        .all(since) as { id: number; displayName: string }[]
      for (let from = 0; from < after.length; from += handful) {
        await register.whenFree()
        const some = after.slice(from, from + handful)
        const answers = store.answersOf(some.map(({ id }) => id))
        for (const { id, displayName } of some) {
          for (const one of medium === undefined ? publicationMedia : [medium]) {
            const refused = publishedFields
              .map((field) => latestAnswer(answers.get(id) ?? [], one, field, day))
              .filter((answer): answer is ConsentAnswer => answer?.value === 'no' && answer.day >= since)
            const latest = refused.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]
            if (latest === undefined) continue
            const fields = refused.map(({ field }) => field as PublishedField)
            const whole = fields.includes('name')
            oppositions.push({ id, displayName, medium: one, whole, fields, day: latest.day, source: latest.source })
          }
        }
        await giveBack()
      }
      return { oppositions }
    },

    defaults: () => {
      const defaults = store.defaults()
      return { defaults, choices: byMedium((medium) => defaultChoiceOf(defaults[medium])) }
    },

    setDefaults: ({ media, fields }) => ({
      changed: media.map((medium) => store.setDefaults(medium, fields)).includes(true),
    }),

    retention: async ({ months }) => {
      const today = register.today()
      const before = monthsBefore(today, months)
      const proposals: RetentionProposal[] = []
      const left = register
        .prepare(
          `SELECT id FROM contact WHERE trashed = 0 AND status IN ('resigned', 'struckOff') ORDER BY sort_key, id`,
        )
        .pluck()
        .all() as number[]
      for (let from = 0; from < left.length; from += handful) {
        await register.whenFree()
        const some = left.slice(from, from + handful)
        const answers = store.answersOf(some)
        for (const row of leavers(register, some)) {
          if (row.left !== '' && !isBefore(row.left, before) && row.left !== before) continue
          const keep = latestAnswer(answers.get(row.id) ?? [], 'register', 'keep', today)
          if (keep?.value === 'yes') continue
          const { id, displayName, status, left: day, ...erased } = row
          if (Object.values(erased).every((count) => count === 0)) continue
          proposals.push({ id, displayName, status, left: day, refused: keep !== undefined, erased })
        }
        await giveBack()
      }
      return { proposals, before }
    },
  }
}

/** Refuses the first answer that cannot be kept, with its place. */
export function refuseAnswers(answers: Parameters<typeof answerTrouble>[0]): void {
  const trouble = answerTrouble(answers)
  if (trouble !== undefined)
    throw new Refusal('invalidInput', { reason: trouble.reason }, `answers.${trouble.at}.field`)
}

type Leaver = Pick<RetentionProposal, 'id' | 'displayName' | 'status' | 'left'> & RetentionProposal['erased']

const leavers = (register: Register, ids: readonly number[]): readonly Leaver[] =>
  register
    .prepare(
      `SELECT c.id, c.display_name AS displayName, c.status, c.left_on AS "left",
         (SELECT count(*) FROM email WHERE contact_id = c.id) AS emails,
         (SELECT count(*) FROM phone WHERE contact_id = c.id) AS phones,
         (SELECT count(*) FROM address WHERE contact_id = c.id) AS addresses,
         c.notes <> '' AS notes, c.born <> '' OR c.birth_place <> '' AS birth,
         (SELECT count(*) FROM extra WHERE contact_id = c.id) AS extras,
         (SELECT count(*) FROM photo WHERE contact_id = c.id) AS photo
       FROM json_each(?) j JOIN contact c ON c.id = j.value ORDER BY j.key`,
    )
    .all(JSON.stringify(ids)) as Leaver[]

/** An answer without the numbers the register gives it. */
const said = ({ medium, field, value, basis, day, source, proof }: ConsentAnswer): ConsentAnswer => ({
  medium,
  field,
  value,
  basis,
  day,
  source,
  proof,
})
const withoutNumbers = <S extends { readonly answer?: ConsentAnswer }>(standing: S): S =>
  standing.answer === undefined ? standing : { ...standing, answer: said(standing.answer) }
