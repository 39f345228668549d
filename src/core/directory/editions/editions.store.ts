/** Editions and their sections as they are kept. */
import { createHash } from 'node:crypto'
import { Refusal } from '../../kit/refusal.ts'
import { foldedName } from '../../people/people.rules.ts'
import type { Register } from '../../register/register.ts'
import { lookChoices } from '../look.rules.ts'
import type { Edition, EditionLine, EditionPrint, EditionSection } from './editions.requests.ts'
import { type SectionKind, sectionOf } from './sections.rules.ts'
import { entryTemplate } from './template.rules.ts'

export type EditionFacts = Pick<Edition, 'name' | 'title' | 'subtitle' | 'cutoff' | 'language' | 'look' | 'template'>
export type SectionRow = {
  readonly id: number
  readonly edition: number
  readonly position: number
  readonly kind: SectionKind
  readonly shown: number
  readonly title: string
  readonly body: string
  readonly options: string
}
type EditionRow = Omit<EditionFacts, 'look' | 'template'> & {
  readonly id: number
  readonly revision: number
  readonly look: string
  readonly template: string
}

export type EditionsStore = ReturnType<typeof editionsStore>

export function editionsStore(register: Pick<Register, 'prepare'>) {
  const columns = 'id, revision, name, title, subtitle, cutoff, language, look, template'
  const every = register.prepare(
    `SELECT e.id, e.name, e.cutoff, (SELECT count(*) FROM edition_section WHERE edition_id = e.id AND shown = 1) AS sections,
       coalesce((SELECT max(printed_on) FROM edition_print WHERE edition_id = e.id), '') AS printedOn
     FROM edition e ORDER BY coalesce(nullif(e.cutoff, ''), '9999') DESC, e.id DESC`,
  )
  const one = register.prepare(`SELECT ${columns} FROM edition WHERE id = ?`)
  const twin = register.prepare('SELECT id FROM edition WHERE folded = ? AND id <> ?').pluck()
  const made = register.prepare(
    'INSERT INTO edition (name, folded, title, subtitle, cutoff, language, look, template) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const changed = register.prepare(
    'UPDATE edition SET name = ?, folded = ?, title = ?, subtitle = ?, cutoff = ?, language = ?, look = ?, template = ? WHERE id = ?',
  )
  const touched = register.prepare('UPDATE edition SET revision = revision + 1 WHERE id = ? RETURNING revision').pluck()
  const gone = register.prepare('DELETE FROM edition WHERE id = ?')
  const sectionColumns = 'id, edition_id AS edition, position, kind, shown, title, body, options'
  const sections = register.prepare(
    `SELECT ${sectionColumns} FROM edition_section WHERE edition_id = ? ORDER BY position, id`,
  )
  const section = register.prepare(`SELECT ${sectionColumns} FROM edition_section WHERE id = ?`)
  const sectionMade = register.prepare(
    'INSERT INTO edition_section (edition_id, position, kind, shown, title, body, options) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const sectionChanged = register.prepare(
    'UPDATE edition_section SET shown = ?, title = ?, body = ?, options = ? WHERE id = ?',
  )
  const sectionMoved = register.prepare('UPDATE edition_section SET position = ? WHERE id = ? AND position <> ?')
  const sectionGone = register.prepare('DELETE FROM edition_section WHERE id = ?')
  const printColumns = 'id, form, printed_on AS printedOn, pages, people, file, size, sha256'
  const prints = register.prepare(`SELECT ${printColumns} FROM edition_print WHERE edition_id = ? ORDER BY id`)
  const onePrint = register.prepare(`SELECT ${printColumns} FROM edition_print WHERE id = ?`)
  const printMade = register.prepare(
    `INSERT INTO edition_print (edition_id, form, printed_on, pages, people, file, size, sha256, arranged)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const values = ({ name, title, subtitle, cutoff, language, look, template }: EditionFacts) =>
    [name, foldedName(name), title, subtitle, cutoff, language, JSON.stringify(look), JSON.stringify(template)] as const
  const refuseTaken = (name: string, id: number): void => {
    const other = twin.get(foldedName(name), id) as number | undefined
    if (other !== undefined) throw new Refusal('invalidInput', { reason: 'nameTaken', id: other }, 'name')
  }
  const asSection = ({ id, kind, shown, title, body, options }: SectionRow): EditionSection => ({
    ...sectionOf(kind, title, body, JSON.parse(options)),
    id,
    shown: shown === 1,
  })
  const found = (id: number, field = 'id'): EditionRow => {
    const row = one.get(id) as EditionRow | undefined
    if (row === undefined) throw new Refusal('notFound', { id }, field)
    return row
  }

  const arrangedAs = register.prepare('SELECT DISTINCT edition_id AS edition, arranged FROM edition_print')
  /** Fingerprint of all one can arrange of an edition. */
  const arranged = (id: number): string => {
    const { name, title, subtitle, cutoff, language, look, template } = found(id)
    const own = (sections.all(id) as SectionRow[]).map(({ kind, shown, title, body, options }) => [
      ...[kind, shown, title, body, options],
    ])
    const all = JSON.stringify([name, title, subtitle, cutoff, language, look, template, own])
    return createHash('sha256').update(all).digest('hex')
  }

  return {
    /** Whether every printed edition is arranged as it was when it was printed. */
    asPrinted: (): boolean =>
      (arrangedAs.all() as { edition: number; arranged: string }[]).every(
        (print) => print.arranged === arranged(print.edition),
      ),
    list: (): readonly EditionLine[] => every.all() as EditionLine[],
    /** Refuses `notFound`, naming the field. */
    read: (id: number, field = 'id'): Edition => {
      const row = found(id, field)
      return {
        ...row,
        look: lookChoices.parse(JSON.parse(row.look)),
        template: entryTemplate.parse(JSON.parse(row.template)),
        sections: (sections.all(id) as SectionRow[]).map(asSection),
        prints: prints.all(id) as EditionPrint[],
      }
    },
    /** The name of an edition that may be changed. Refuses `notFound`, and `editionFrozen` for one that was printed. */
    open: (id: number, field = 'id'): string => {
      const { name } = found(id, field)
      if (prints.all(id).length > 0) throw new Refusal('editionFrozen', { name }, field)
      return name
    },
    /** Refuses `notFound`. */
    print: (id: number): EditionPrint => {
      const row = onePrint.get(id) as EditionPrint | undefined
      if (row === undefined) throw new Refusal('notFound', { id }, 'print')
      return row
    },
    insertPrint: (edition: number, { form, printedOn, pages, people, file, size, sha256 }: Omit<EditionPrint, 'id'>) =>
      void printMade.run(edition, form, printedOn, pages, people, file, size, sha256, arranged(edition)),
    insert: (facts: EditionFacts): number => {
      refuseTaken(facts.name, 0)
      return Number(made.run(...values(facts)).lastInsertRowid)
    },
    update: (id: number, facts: EditionFacts): void => {
      refuseTaken(facts.name, id)
      changed.run(...values(facts), id)
    },
    /** Counts a change. @returns the new revision. */
    touch: (id: number): number => touched.get(id) as number,
    remove: (id: number): void => {
      for (const { id: section } of sections.all(id) as SectionRow[]) sectionGone.run(section)
      gone.run(id)
    },
    /** Refuses `notFound`. */
    section: (id: number): SectionRow => {
      const row = section.get(id) as SectionRow | undefined
      if (row === undefined) throw new Refusal('notFound', { id }, 'id')
      return row
    },
    sections: (edition: number): readonly SectionRow[] => sections.all(edition) as SectionRow[],
    insertSection: (
      edition: number,
      position: number,
      { kind, title, body, options, shown }: Omit<EditionSection, 'id'>,
    ) =>
      Number(
        sectionMade.run(edition, position, kind, shown ? 1 : 0, title, body, JSON.stringify(options)).lastInsertRowid,
      ),
    updateSection: (id: number, { shown, title, body, options }: Omit<EditionSection, 'id' | 'kind'>): void =>
      void sectionChanged.run(shown ? 1 : 0, title, body, JSON.stringify(options), id),
    placeSection: (id: number, position: number): void => void sectionMoved.run(position, id, position),
    removeSection: (id: number): void => void sectionGone.run(id),
  }
}
