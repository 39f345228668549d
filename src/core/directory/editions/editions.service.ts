/** The answers about editions: made, changed, arranged, duplicated, printed for good. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Papers } from '../../kit/papers.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { folderPaths, makePrivateFolder, writeFileWhole } from '../../register/folder.ts'
import type { Register } from '../../register/register.ts'
import type { DirectoryImposition } from '../directory.rules.ts'
import { directoryPress } from '../directory-press.ts'
import { completeLook, lookChoices, lookFault } from '../look.rules.ts'
import type { EditionPrint, EditionSection, editionsRequests } from './editions.requests.ts'
import { type EditionFacts, editionsStore } from './editions.store.ts'
import { onlyOnce, proposedSections, type SectionKind, sectionOptions } from './sections.rules.ts'
import { usualTemplate } from './template.rules.ts'

/** More than a book has; a page shows them all. */
const mostSections = 60

export function editionsAnswers(register: Register, papers: Papers): Answers<typeof editionsRequests> {
  const store = editionsStore(register)
  const press = directoryPress(register, papers)
  const changed = (id: number) => ({ id, revision: store.touch(id) })

  /** Options as the kind has them; refuses what is not theirs, by its name. */
  const optionsFor = (kind: SectionKind, options: unknown): EditionSection['options'] => {
    const read = sectionOptions[kind].safeParse(options)
    if (read.success) return read.data
    const [issue] = read.error.issues
    throw new Refusal('invalidInput', { reason: issue?.code ?? '' }, ['options', ...(issue?.path ?? [])].join('.'))
  }
  const copySections = (to: number, sections: readonly Omit<EditionSection, 'id'>[]): void => {
    for (const [position, section] of sections.entries()) store.insertSection(to, position, section)
  }
  const placeAll = (ids: readonly number[]): void => {
    for (const [position, id] of ids.entries()) store.placeSection(id, position)
  }

  return {
    list: () => ({ editions: store.list() }),
    read: ({ id }) => store.read(id),

    create: ({ name, cutoff }) => {
      register.subject(name)
      const id = store.insert({
        ...{ name, title: '', subtitle: '', cutoff, language: '' as const },
        ...{ look: lookChoices.parse({}), template: usualTemplate },
      })
      copySections(
        id,
        proposedSections.map(([section, shown]) => ({ ...section, shown })),
      )
      return { id, revision: 1 }
    },

    change: ({ id, revision, ...given }) => {
      register.subject(store.open(id))
      const before = store.read(id)
      if (revision !== undefined && revision !== before.revision)
        throw new Refusal('changedMeanwhile', { id }, 'revision')
      const { name, title, subtitle, cutoff, language, look, template } = before
      const facts: EditionFacts = { name, title, subtitle, cutoff, language, look, template, ...definedOf(given) }
      const fault = lookFault(completeLook(facts.look))
      if (fault !== null) throw new Refusal('lookImpossible', { ...fault }, 'look')
      store.update(id, facts)
      return changed(id)
    },

    duplicate: ({ id, name, cutoff }) => {
      const { title, subtitle, language, look, template, sections } = store.read(id)
      register.subject(name)
      const copy = store.insert({ name, title, subtitle, cutoff, language, look, template })
      copySections(copy, sections)
      return { id: copy, revision: 1 }
    },

    remove: ({ id }) => {
      register.subject(store.open(id))
      store.remove(id)
      return { id }
    },

    addSection: ({ edition, kind, at, options, ...words }) => {
      register.subject(store.open(edition, 'edition'))
      const there = store.sections(edition)
      if (there.length >= mostSections) throw new Refusal('invalidInput', { reason: 'too_big' }, 'edition')
      if (onlyOnce.includes(kind) && there.some((section) => section.kind === kind))
        throw new Refusal('invalidInput', { reason: 'saidTwice' }, 'kind')
      const section = { ...words, kind, options: optionsFor(kind, options) } as Omit<EditionSection, 'id'>
      const made = store.insertSection(edition, there.length, section)
      const ids = there.map(({ id }) => id)
      ids.splice(at ?? ids.length, 0, made)
      placeAll(ids)
      return { ...changed(edition), section: made }
    },

    changeSection: ({ id, shown, title, body, options }) => {
      const before = store.section(id)
      register.subject(store.open(before.edition))
      store.updateSection(id, {
        shown: shown ?? before.shown === 1,
        title: title ?? before.title,
        body: body ?? before.body,
        options: optionsFor(before.kind, options ?? JSON.parse(before.options)),
      } as EditionSection)
      return changed(before.edition)
    },

    orderSections: ({ edition, ids }) => {
      register.subject(store.open(edition, 'edition'))
      const there = new Set(store.sections(edition).map(({ id }) => id))
      if (ids.length !== there.size || new Set(ids).size !== ids.length || !ids.every((id) => there.has(id)))
        throw new Refusal('changedMeanwhile', { id: edition }, 'ids')
      placeAll(ids)
      return changed(edition)
    },

    removeSection: ({ id }) => {
      const { edition } = store.section(id)
      register.subject(store.open(edition))
      store.removeSection(id)
      placeAll(store.sections(edition).map((section) => section.id))
      return changed(edition)
    },

    print: async ({ id, forms, evenIfMissing }, desk) => {
      const name = store.open(id)
      const before = register.changeCount()
      const made: (Omit<EditionPrint, 'id'> & { readonly bytes: Uint8Array })[] = []
      for (const form of new Set<DirectoryImposition>(['pages', ...forms])) {
        const standard = form === 'pages' ? 'archive' : 'ordinary'
        const paper = await press({ of: id, imposition: form, standard, evenIfMissing }, desk)
        const { bytes, report } = paper
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const facts = { form, printedOn: register.today(), pages: report.report.pages, people: report.proof.printed }
        made.push({ ...facts, file: `${id}-${paper.name}`, size: bytes.byteLength, sha256, bytes })
      }
      const { editions } = folderPaths(register.folder)
      const written: string[] = []
      function* steps(): Generator<{ done: number; total: number }, void> {
        // Every form says the same: what changed between them would be in one and not in the other.
        if (register.changeCount() !== before) throw new Refusal('changedMeanwhile', { id }, 'id')
        makePrivateFolder(editions)
        // Bytes first, then who names them. A file of a printing that was undone stays: its undoing may be undone.
        for (const [at, { bytes, ...print }] of made.entries()) {
          const file = freeName(editions, print)
          const path = join(editions, file)
          if (!existsSync(path)) written.push(path)
          writeFileWhole(path, bytes)
          store.insertPrint(id, { ...print, file })
          yield { done: at + 1, total: made.length }
        }
      }
      try {
        await register.orderInSlices('editions.print', name, steps, desk, 'working')
      } catch (error) {
        for (const path of written) rmSync(path, { force: true })
        throw error
      }
      return { prints: store.read(id).prints }
    },

    printed: ({ print }) => {
      const { file, sha256 } = store.print(print)
      const path = join(folderPaths(register.folder).editions, file)
      const bytes = existsSync(path) ? readFileSync(path) : undefined
      if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sha256)
        throw new Refusal('paperMissing')
      return papers.keep(file.replace(/^\d+-/, ''), 'application/pdf', new Uint8Array(bytes))
    },
  }
}

/** A name no other file of the folder has, unless it is the same file. */
function freeName(folder: string, { file, sha256 }: Pick<EditionPrint, 'file' | 'sha256'>): string {
  const path = join(folder, file)
  const taken = existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256
  return taken ? file.replace(/\.pdf$/, `-${sha256.slice(0, 8)}.pdf`) : file
}

/** What was given, without what was not. */
function definedOf<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}
