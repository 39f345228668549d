/** Sets the directory: what is printed, of whom, in which form. Its bytes are nobody's yet. */
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import { consentsStore } from '../people/consents/consents.store.ts'
import { contactsInBatches } from '../people/people.batches.ts'
import { contactFilter } from '../people/people.requests.ts'
import { peopleStore } from '../people/people.service.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { type DirectoryMade, type DirectoryPiece, directoryJob } from './directory.job.ts'
import type { DirectoryOptions } from './directory.requests.ts'
import { pieceOf } from './directory-publication.ts'
import { editionsStore } from './editions/editions.store.ts'
import { completeLook, lookFault } from './look.rules.ts'

/** Words of the file's name, by its form. */
const FILE_WORDS = {
  fr: {
    title: 'Annuaire',
    forms: {
      ordinary: '',
      accessible: 'accessible',
      archive: 'archive',
      booklet: 'livret',
      signatures16: 'cahiers',
      signatures32: 'cahiers',
      press: 'imprimeur',
    },
  },
  en: {
    title: 'Directory',
    forms: {
      ordinary: '',
      accessible: 'accessible',
      archive: 'archive',
      booklet: 'booklet',
      signatures16: 'signatures',
      signatures32: 'signatures',
      press: 'print-shop',
    },
  },
} as const

/** Of an edition, what is left out is its own. */
type PressOptions = Pick<DirectoryOptions, 'of' | 'imposition' | 'standard' | 'evenIfMissing'> &
  Partial<Pick<DirectoryOptions, 'edition' | 'language' | 'look'>>

type Printed = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly report: DirectoryMade }

export function directoryPress(register: Register, papers: Papers) {
  const people = peopleStore(register)
  const everybody = contactFilter.parse({ deceased: true })
  const trash = contactFilter.parse({ trashed: true })
  const consents = consentsStore(register)
  const editions = editionsStore(register)

  /** What is printed: an arranged edition, or the usual sections in the look that was given. */
  const wanted = (of: number | undefined, given: Partial<Pick<DirectoryOptions, 'edition' | 'language' | 'look'>>) => {
    const { language: own } = readAssociation(register)
    if (of === undefined) {
      const day = register.today()
      const edition = given.edition === undefined || given.edition === '' ? day.slice(0, 4) : given.edition
      return { edition, language: given.language ?? own, day, look: completeLook(given.look), arranged: {} }
    }
    const { name, title, subtitle, cutoff, language, look, template, sections } = editions.read(of, 'of')
    const shown = sections.filter((section) => section.shown)
    return {
      edition: name,
      language: language === '' ? own : language,
      day: cutoff === '' ? register.today() : cutoff,
      look: completeLook(look),
      arranged: { title, subtitle, template, sections: shown },
    }
  }

  /**
   * What travels to the papers thread: of each contact, what may be printed. Today decides that, not the edition's day: who
   * objects after the cut-off is not printed, and nobody comes of age by a cut-off that lies ahead.
   */
  async function* pieces(ids: readonly number[]): AsyncGenerator<readonly DirectoryPiece[]> {
    const [defaults, day] = [consents.defaults(), register.today()]
    for await (const batch of contactsInBatches(register, people, ids)) {
      const answers = consents.answersOf(batch.map(({ id }) => id))
      yield batch.map((contact) => pieceOf(contact, answers.get(contact.id) ?? [], defaults, day))
    }
  }

  return async (
    { of, imposition, standard, evenIfMissing, ...given }: PressOptions,
    desk: WorkDesk,
  ): Promise<Printed> => {
    if (standard !== 'ordinary' && imposition !== 'pages')
      throw new Refusal('invalidInput', { reason: 'notOnSheets' }, 'standard')
    const { edition, language, day, look, arranged } = wanted(of, given)
    const fault = lookFault(look)
    if (fault !== null) throw new Refusal('lookImpossible', { ...fault }, 'look')
    await register.whenFree()
    const association = readAssociation(register)
    const ids = [...people.idsInOrder(everybody), ...people.idsInOrder(trash)]
    const { bytes, report } = await papers.make(
      directoryJob,
      {
        ...{
          association: association.name,
          country: association.country,
          language,
          edition,
          day,
          setOn: register.today(),
        },
        ...{ imposition, standard, look, evenIfMissing, contacts: ids.length },
        ...arranged,
      },
      pieces(ids),
      desk,
    )
    const { title, forms } = FILE_WORDS[language]
    const form = imposition === 'pages' ? forms[standard] : forms[imposition]
    return { name: fileName([title, edition, ...(form === '' ? [] : [form])], 'pdf'), bytes, report }
  }
}
