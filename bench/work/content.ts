/** Writes what the others read: content.ts PEOPLE FOLDER. Not measured. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beginModel } from '../../src/core/directory/directory-model.ts'
import { makeExport } from '../../src/core/exchange/export-writers.ts'
import { inventPeople } from '../../src/core/exchange/invent.ts'
import { displayName, sortKey } from '../../src/core/people/name.rules.ts'
import type { Contact } from '../../src/core/people/people.requests.ts'
import type { PlainDirectory } from './plain.ts'

const [people = '20000', folder = '.'] = process.argv.slice(2)

const contacts: Contact[] = [...inventPeople(Number(people), 1)].map((contact, at) => ({
  ...contact,
  // Everybody is printed, in Latin letters alone: no peer falls back from font to font as we do.
  status: 'member',
  originalName: '',
  id: at + 1,
  revision: 0,
  trashed: false,
  sortKey: sortKey(contact),
  displayName: displayName(contact),
}))

// No country is at home: the index of countries is as long as it gets.
const edition = {
  association: 'Anciens de la Cité',
  country: '',
  language: 'fr',
  edition: '2026',
  day: '2026-03-01',
} as const
const making = beginModel(edition)
for (const contact of contacts) making.add({ id: contact.id, name: contact.displayName, contact, withheld: [] })
const { model } = making.finish()
writeFileSync(join(folder, 'model.json'), JSON.stringify(model))

const plain: PlainDirectory = {
  items: model.items.map((item, id) => ({
    id,
    name: item.headword,
    rest:
      item.kind === 'reference'
        ? ` ${item.forename}, voir ${item.see}`
        : ` ${item.forename} ${item.year ?? ''}`.trimEnd(),
    lines: item.kind === 'reference' ? [] : item.lines.map(({ text }) => text),
  })),
  indexes: model.sections
    .flatMap((section) => (section.kind === 'index' ? section.index : []))
    .map(({ title, headings }) => ({
      title,
      headings: headings.map(({ heading, members }) => ({
        heading,
        members: members.map((id) => ({
          id,
          name: `${model.items[id]?.headword} ${model.items[id]?.forename}`.trim(),
        })),
      })),
    })),
}
writeFileSync(join(folder, 'plain.json'), JSON.stringify(plain))

const head = {
  format: 'csv',
  csv: 'excel',
  vcard: { version: '4.0', each: false, photos: false },
  register: '',
  households: [],
  language: 'fr',
  columns: [],
  association: '',
  day: '2026-03-01',
  rows: contacts.length,
} as const
async function* batches() {
  yield contacts
}
const { bytes } = await makeExport(head, batches(), () => {})
writeFileSync(join(folder, 'people.csv'), bytes)
