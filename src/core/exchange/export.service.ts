/** Answers for lists going out. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { duesGoingOut } from '../dues/going-out.ts'
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { consentsStore } from '../people/consents/consents.store.ts'
import { contactsInBatches } from '../people/people.batches.ts'
import type { Contact } from '../people/people.requests.ts'
import { peopleStore } from '../people/people.service.ts'
import { photoStore } from '../people/photo.service.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { addressListAnswers } from './address-lists.service.ts'
import type { PhotographedContact } from './cards/export-cards.ts'
import { householdsOf } from './cards/own-households.ts'
import type { CardPhoto } from './cards/vcard-writer.ts'
import { withConsents } from './cards/with-consents.ts'
import { everythingAnswer } from './everything/everything.service.ts'
import type { exchangeRequests } from './exchange.requests.ts'
import { exportJob } from './export.job.ts'
import { exportColumns, exportFormats } from './export.requests.ts'

/** The answers of the exchange room that take lists out. */
export function exportAnswers(
  register: Register,
  papers: Papers,
): Pick<Answers<typeof exchangeRequests>, 'export' | 'exportEverything' | 'emailList' | 'mailMerge' | 'columns'> {
  const people = peopleStore(register)
  const photo = photoStore(register).read
  const duesOf = duesGoingOut(register)
  const { answersOf } = consentsStore(register)
  const uuid = register.prepare('SELECT uuid FROM association WHERE id = 1').pluck()
  return {
    ...addressListAnswers(register, papers),
    exportEverything: everythingAnswer(register, papers),

    columns: () => ({
      columns: exportColumns,
      extras: register.prepare('SELECT DISTINCT name FROM extra ORDER BY name').pluck().all() as string[],
    }),

    export: async ({ filter, sort, ...asked }, desk) => {
      await register.whenFree()
      const { name: association, language } = readAssociation(register)
      const day = register.today()
      const ids = await people.idsFound(filter, sort)
      const batches = contactsInBatches(register, people, ids)
      const whole = !exportFormats[asked.format].table
      const wholeOf = (all: AsyncIterable<readonly PhotographedContact[]>) =>
        asked.photos ? withPhotos(all, photo) : all
      const withDues = asked.columns.length === 0 || asked.columns.includes('dues')
      const { bytes, report } = await papers.make(
        exportJob,
        {
          ...asked,
          language,
          association,
          day,
          register: uuid.get() as string,
          households: asked.format === 'json' ? householdsOf(register, ids) : [],
          rows: ids.length,
        },
        whole
          ? wholeOf(asked.format === 'json' ? withConsents(batches, answersOf) : batches)
          : withDues
            ? alongDues(batches, duesOf)
            : batches,
        desk,
      )
      const { extension, type } = report.file ?? exportFormats[asked.format]
      const name = fileName([association, language === 'fr' ? 'fiches' : 'records', day], extension)
      return { ...papers.keep(name, type, bytes), rows: report.rows }
    },
  }
}

/** People whose dues are read before the office is given back. */
const duesAtOnce = 25

async function* alongDues(
  batches: AsyncIterable<readonly Contact[]>,
  duesOf: ReturnType<typeof duesGoingOut>,
): AsyncGenerator<readonly PhotographedContact[]> {
  for await (const batch of batches) {
    const ready: PhotographedContact[] = []
    for (let at = 0; at < batch.length; at += duesAtOnce) {
      const some = batch.slice(at, at + duesAtOnce)
      const found = duesOf(some.map(({ id }) => id))
      for (const contact of some) {
        const dues = found.get(contact.id)
        ready.push(dues === undefined ? contact : { ...contact, dues })
      }
      await giveBack()
    }
    yield ready
  }
}

/** Photos travel a few at a time, so that a batch of them stays small. */
const photoBytesAtOnce = 4_000_000
/** Bytes of all photos of a file: in base64 they still fit in one that can come back (`limits.fileBytes`), and in memory. */
export const photoBytesAtMost = 60_000_000

async function* withPhotos(
  batches: AsyncIterable<readonly PhotographedContact[]>,
  photo: (id: number) => CardPhoto | undefined,
): AsyncGenerator<readonly PhotographedContact[]> {
  let all = 0
  for await (const batch of batches) {
    let ready: PhotographedContact[] = []
    let size = 0
    for (const contact of batch) {
      const found = photo(contact.id)
      ready.push(found === undefined ? contact : { ...contact, photo: found })
      size += found?.bytes.length ?? 0
      all += found?.bytes.length ?? 0
      if (all > photoBytesAtMost) throw new Refusal('photosTooHeavy', { limit: photoBytesAtMost }, 'photos')
      if (size < photoBytesAtOnce) continue
      yield ready
      await giveBack()
      ready = []
      size = 0
    }
    yield ready
  }
}
