/** The answers about the fields the association adds to its records. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { cleanLine } from '../../kit/text.ts'
import { keepDocument, readDocument } from '../../register/documents.ts'
import type { Register } from '../../register/register.ts'
import type { ContactInput } from '../people.requests.ts'
import { foldedName } from '../people.rules.ts'
import { peopleStore } from '../people.store.ts'
import type { fieldsRequests } from './fields.requests.ts'
import { type CustomField, type FieldShape, fieldsByName, fileIn, fitted, fittedExtras } from './fields.rules.ts'
import { fieldsStore } from './fields.store.ts'

type Step = { done: number; total: number }
/** As many values as are worth showing of those that do not suit. */
const shownExamples = 20

export function fieldsAnswers(register: Register): Answers<typeof fieldsRequests> {
  const store = fieldsStore(register)
  const people = peopleStore(register)
  const nameOf = register.prepare('SELECT display_name FROM contact WHERE id = ?').pluck()

  const cleaned = (field: Omit<CustomField, 'id' | 'revision'>): Omit<CustomField, 'id' | 'revision'> => {
    const name = cleanLine(field.name)
    if (name === '') throw new Refusal('invalidInput', { reason: 'too_small', minimum: 1 }, 'name')
    const among = field.type === 'choice' || field.type === 'choices'
    const choices = [...new Map(field.choices.map(cleanLine).map((text) => [foldedName(text), text])).values()]
    if (among && choices.length === 0) throw new Refusal('invalidInput', { reason: 'too_small', minimum: 1 }, 'choices')
    return { ...field, name, choices: among ? choices : [], repeatsIn: cleanLine(field.repeatsIn) }
  }

  /** Refuses, at the first value that does not suit; else goes through them all and through the records to rewrite. */
  function* fitValues(name: string, shape: FieldShape, misfits: 'refuse' | 'keep'): Generator<Step, readonly number[]> {
    const total = store.count(name)
    const rewritten = new Set<number>()
    let done = 0
    for (const values of store.valuesOf(name)) {
      for (const { contact, value } of values) {
        const fit = fitted(shape, value)
        if (fit === undefined && misfits === 'refuse') {
          const about = {
            reason: 'valuesDoNotFit',
            id: contact,
            name: String(nameOf.get(contact)),
            text: value.slice(0, 80),
          }
          throw new Refusal('invalidInput', about, 'type')
        }
        if (fit !== undefined && fit !== value) rewritten.add(contact)
      }
      done += values.length
      yield { done, total: total * 2 }
    }
    return [...rewritten]
  }
  /** Writes values in the form of their type, one record at a step. */
  function* rewrite(contacts: readonly number[], field: CustomField): Generator<Step, void> {
    for (const [done, id] of contacts.entries()) {
      const contact = people.read(id)
      if (contact !== undefined)
        people.update(id, { ...contact, extras: fittedExtras(contact.extras, [field]) } as ContactInput)
      yield { done: contacts.length + done, total: contacts.length * 2 }
    }
  }
  /** A new name in every record that has the old one, in the order of the records. */
  function* rename(before: string, name: string): Generator<Step, void> {
    const total = store.count(before)
    let done = 0
    for (const values of [...store.valuesOf(before)]) {
      for (const value of values) store.rename(value, name)
      done += values.length
      yield { done, total }
    }
  }

  return {
    list: async () => {
      const counts = new Map<string, { name: string; count: number }>()
      const count = register.prepare('SELECT count(*) FROM extra WHERE name = ?').pluck()
      for (const name of store.names()) {
        await register.whenFree()
        const key = foldedName(name)
        const found = counts.get(key) ?? { name, count: 0 }
        counts.set(key, { ...found, count: found.count + Number(count.get(name)) })
        await giveBack()
      }
      const fields = store.all()
      const typed = fieldsByName(fields)
      return {
        fields: fields.map((field) => ({ ...field, count: counts.get(foldedName(field.name))?.count ?? 0 })),
        untyped: [...counts].filter(([key]) => !typed.has(key)).map(([, found]) => found),
      }
    },

    check: async ({ name, ...shape }) => {
      const found = { fit: 0, misfit: 0, examples: [] as { id: number; displayName: string; value: string }[] }
      await register.whenFree()
      for (const values of store.valuesOf(name)) {
        for (const { contact, value } of values) {
          if (fitted(shape, value) !== undefined) found.fit++
          else {
            found.misfit++
            if (found.examples.length < shownExamples)
              found.examples.push({ id: contact, displayName: String(nameOf.get(contact)), value })
          }
        }
        await giveBack()
        await register.whenFree()
      }
      return found
    },

    define: async ({ misfits, ...given }, desk) => {
      await register.whenFree()
      const field = cleaned(given)
      let id = 0
      function* steps() {
        id = store.insert(field)
        const made = store.found(id)
        yield* rewrite(yield* fitValues(made.name, made, misfits), made)
        yield* rename(made.name, made.name)
      }
      await register.orderInSlices('fields.define', field.name, steps, desk, 'working')
      return { id, revision: store.found(id).revision }
    },

    update: async ({ id, revision, misfits, ...given }, desk) => {
      await register.whenFree()
      const before = store.found(id)
      if (before.revision !== revision) throw new Refusal('changedMeanwhile', { id }, 'revision')
      const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
      const after: CustomField = { id, revision, ...cleaned({ ...before, ...(said as Partial<CustomField>) }) }
      const reshaped = after.type !== before.type || after.choices.join('\n') !== before.choices.join('\n')
      function* steps() {
        store.update(after)
        if (reshaped) yield* rewrite(yield* fitValues(before.name, after, misfits), { ...after, name: before.name })
        if (after.name !== before.name) yield* rename(before.name, after.name)
      }
      await register.orderInSlices('fields.update', after.name, steps, desk, 'working')
      return { id, revision: store.found(id).revision }
    },

    order: ({ ids }) => {
      for (const id of ids) store.found(id)
      const rest = store.all().filter(({ id }) => !ids.includes(id))
      return { changed: store.order([...new Set(ids), ...rest.map(({ id }) => id)]) }
    },

    remove: ({ id }) => {
      const { name } = store.found(id)
      register.subject(name)
      store.remove(id)
      return { kept: store.count(name) }
    },

    keepFile: ({ name, bytes }) => {
      const sha256 = keepDocument(register.folder, Buffer.from(bytes, 'base64'))
      return { value: `${sha256} ${cleanLine(name).replaceAll('/', '_')}` }
    },

    file: ({ value }) => {
      const file = fileIn(value)
      const bytes = file === undefined ? undefined : readDocument(register.folder, file.sha256)
      return file === undefined || bytes === undefined ? null : { name: file.name, bytes: bytes.toString('base64') }
    },
  }
}
