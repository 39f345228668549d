import { describe, expect, test } from 'vitest'
import { ordinaryFields, type PublicationDefaults } from '../people/consents/consents.rules.ts'
import { displayName, sortKey } from '../people/name.rules.ts'
import { type Contact, contactInput } from '../people/people.requests.ts'
import type { DirectoryModel } from './directory.rules.ts'
import { beginModel, type Edition } from './directory-model.ts'
import { pieceOf } from './directory-publication.ts'

const edition: Edition = {
  association: 'Amis de la Cité',
  country: 'FR',
  language: 'fr',
  edition: '2026',
  day: '2026-03-01',
}

/** The association publishes everything of those who said nothing. */
const everything: PublicationDefaults = { paper: ordinaryFields, pdf: ordinaryFields, web: [] }

let ids = 0
function directoryModel(contacts: readonly Contact[], of: Edition) {
  const making = beginModel(of)
  for (const contact of contacts) making.add(pieceOf(contact, [], everything, of.day))
  return making.finish()
}

function contact(fields: Record<string, unknown>, kept: Partial<Contact> = {}): Contact {
  const input = contactInput.parse({ kind: 'person', ...(fields.kind ? {} : { lastName: 'Dupont' }), ...fields })
  return {
    ...input,
    id: ++ids,
    revision: 0,
    sortKey: sortKey(input),
    displayName: displayName(input),
    trashed: false,
    ...kept,
  } as Contact
}

const indexesOf = ({ sections }: DirectoryModel) =>
  sections.flatMap((section) => (section.kind === 'index' ? section.index : []))
const noticeOf = ({ sections }: DirectoryModel) =>
  sections.flatMap((section) => (section.kind === 'notice' ? section.paragraphs : []))
const items = (...contacts: Contact[]) => directoryModel(contacts, edition).model.items
const names = (...contacts: Contact[]) =>
  items(...contacts).map((item) =>
    item.kind === 'entry'
      ? `${item.headword} ${item.forename}`.trim()
      : `${item.headword} ${item.forename} → ${item.see}`.replace('  ', ' '),
  )

test('printed aliases lead to where the contact is filed', () => {
  const aliases = [{ name: 'Durand' }, { kind: 'pen', name: 'Colette' }, { name: 'Caché', printed: false }]
  expect(names(contact({ firstName: 'Zoé', aliases }))).toEqual([
    'Colette → Dupont Zoé',
    'Dupont Zoé',
    'Durand Zoé → Dupont Zoé',
  ])
})

test('a name in its own writing that says what is printed is not said twice', () => {
  const originals = (lastName: string, firstName: string, originalName: string) =>
    items(contact({ lastName, firstName, originalName })).map((item) => item.kind === 'entry' && item.original)
  expect(originals('Bùi', 'Minh Khôi', 'Bùi Minh Khôi')).toEqual([undefined])
  expect(originals('BÙI', 'Minh Khôi', 'Minh-Khôi Bùi')).toEqual([undefined])
  expect(originals('Bui', 'Minh Khoi', 'Bùi Minh Khôi')).toEqual(['Bùi Minh Khôi'])
  expect(originals('Wang', 'Wei', '王伟')).toEqual(['王伟'])
  expect(originals('Ivanov', 'Petr', 'Иванов Петр')).toEqual(['Иванов Петр'])
})

describe('who is printed', () => {
  test('members and friends are; the others are left out, each with its reason', () => {
    const statuses = ['member', 'friend', 'resigned', 'struckOff', 'deceased', 'lost', 'contact'] as const
    const contacts = statuses.map((status) => contact({ lastName: `Name ${status}`, status }))
    const trashed = contact({ lastName: 'Gone', status: 'deceased' }, { trashed: true })
    const { model, left, owners } = directoryModel([...contacts, trashed], edition)
    expect(model.items).toHaveLength(2)
    expect(owners.map(({ status }) => status).sort()).toEqual(['friend', 'member'])
    expect(left.map(({ name, why }) => [name, why])).toEqual([
      ['Name resigned', 'resigned'],
      ['Name struckOff', 'struckOff'],
      ['Name deceased', 'deceased'],
      ['Name lost', 'lost'],
      ['Name contact', 'contact'],
      ['Gone', 'trashed'],
    ])
  })

  test('somebody who is left out is named nowhere', () => {
    const { model } = directoryModel(
      [
        contact({
          lastName: 'Secret',
          birthName: 'Hidden',
          status: 'resigned',
          addresses: [{ city: 'Oslo', country: 'NO' }],
          groups: [{ name: 'Maison Cachée' }],
        }),
      ],
      edition,
    )
    expect(JSON.stringify(model)).not.toMatch(/Secret|Hidden|Norv|Cachée/)
    expect(indexesOf(model)).toEqual([])
  })
})

describe('names', () => {
  test('particles as AFNOR files them, entries in the order of their keys', () => {
    expect(
      names(
        contact({ particle: 'de La', lastName: 'Fontaine', firstName: 'Jean' }),
        contact({ particle: 'd’', lastName: 'Ormesson', firstName: 'Jean' }),
        contact({ lastName: 'Éluard', firstName: 'Paul' }),
        contact({ particle: 'Le', lastName: 'Breton', firstName: 'Yann' }),
        contact({ kind: 'organisation', name: 'Cité Universitaire' }),
      ),
    ).toEqual(['Cité Universitaire', 'Éluard Paul', 'La Fontaine Jean (de)', 'Le Breton Yann', 'Ormesson Jean (d’)'])
  })

  test('letters; a name in another script alone is filed under #', () => {
    const filed = items(contact({ lastName: 'Œuvrard' }), contact({ lastName: '東京' }), contact({ lastName: 'Łaski' }))
    expect(filed.map((item) => item.letter)).toEqual(['L', 'O', '#'])
  })

  test('the name at birth and the name when studying lead to the entry', () => {
    expect(
      names(contact({ lastName: 'Martin', firstName: 'Marie', birthName: 'Zola', studiedName: 'Abadie' })),
    ).toEqual(['Abadie Marie → Martin Marie', 'Martin Marie', 'Zola Marie → Martin Marie'])
    expect(names(contact({ lastName: 'Martin', firstName: 'Marie', birthName: 'MARTIN' }))).toEqual(['Martin Marie'])
  })

  test('an organisation is found by its initials', () => {
    expect(names(contact({ kind: 'organisation', name: 'Union des Amis', acronym: 'ADA' }))).toEqual([
      'ADA → Union des Amis',
      'Union des Amis',
    ])
  })
})

describe('lines', () => {
  const linesOf = (fields: Record<string, unknown>, more: Partial<Edition> = {}) => {
    const { model } = directoryModel([contact(fields)], { ...edition, ...more })
    const [item] = model.items
    return item?.kind === 'entry' ? item.lines.map(({ role, text }) => `${role}: ${text}`) : []
  }

  test('profession and Maison, address, phones together, e-mails', () => {
    expect(
      linesOf({
        profession: 'Notaire',
        groups: [{ name: 'Maison de Lyon' }, { kind: 'section', name: 'Chorale' }],
        addresses: [{ street: '5, rue Haute', postcode: '69001', city: 'Lyon', country: 'FR' }],
        phones: [{ number: '+33123456789' }, { number: 'poste 12' }],
        emails: [{ address: 'a@example.org' }, { address: 'b@example.org' }],
      }),
    ).toEqual([
      'profession: Notaire, Maison de Lyon',
      'address: 5, rue Haute',
      'address: 69001 Lyon',
      'phone: 01\u202f23\u202f45\u202f67\u202f89 · poste 12',
      'mail: a@example.org',
      'mail: b@example.org',
    ])
  })

  test('a foreign country in the language of the paper, on the line of the town; none at home', () => {
    const address = { addresses: [{ street: 'Unter den Linden 1', postcode: '10117', city: 'Berlin', country: 'DE' }] }
    expect(linesOf(address).at(-1)).toBe('address: 10117 Berlin, Allemagne')
    expect(linesOf(address, { language: 'en' }).at(-1)).toBe('address: 10117 Berlin, Germany')
    expect(linesOf(address, { country: 'DE' }).at(-1)).toBe('address: 10117 Berlin')
  })

  test('lines given as they must be printed are', () => {
    expect(linesOf({ addresses: [{ city: 'Paris', country: 'FR', override: 'Chez Untel\nPoste restante' }] })).toEqual([
      'address: Chez Untel',
      'address: Poste restante',
    ])
  })
})

describe('indexes', () => {
  const at = (country: string, name: string, house?: string) =>
    contact({
      lastName: name,
      addresses: [{ city: 'X', country }],
      groups: house === undefined ? [] : [{ name: house }, { kind: 'section', name: 'Sport' }],
    })

  test('countries but the association’s own, and Maisons; positions are those of the items', () => {
    const { model } = directoryModel(
      [
        at('NO', 'Berg', 'Maison B'),
        at('FR', 'Albert', 'Maison B'),
        at('DE', 'Cohn', 'École A'),
        at('DE', 'Aal', 'Maison B'),
      ],
      edition,
    )
    const named = model.items.map((item) => item.headword)
    expect(named).toEqual(['Aal', 'Albert', 'Berg', 'Cohn'])
    expect(
      indexesOf(model).map(({ title, headings }) => ({
        title,
        headings: headings.map(({ heading, members }) => [heading, members.map((member) => named[member])]),
      })),
    ).toEqual([
      {
        title: 'Index des pays (sauf France)',
        headings: [
          ['Allemagne', ['Aal', 'Cohn']],
          ['Norvège', ['Berg']],
        ],
      },
      {
        title: 'Index des Maisons',
        headings: [
          ['École A', ['Cohn']],
          ['Maison B', ['Aal', 'Albert', 'Berg']],
        ],
      },
    ])
  })

  test('a cross-reference is in no index', () => {
    const { model } = directoryModel(
      [contact({ lastName: 'Martin', birthName: 'Abadie', addresses: [{ city: 'X', country: 'BE' }] })],
      edition,
    )
    expect(model.items.map(({ kind }) => kind)).toEqual(['reference', 'entry'])
    expect(indexesOf(model)[0]?.headings).toEqual([{ heading: 'Belgique', members: [1] }])
  })
})

describe('the words of an edition', () => {
  test('title and notice in the language of the paper, with the association and the day', () => {
    const french = directoryModel([], edition).model
    expect(french.title).toBe('Annuaire 2026')
    expect(noticeOf(french).join(' ')).toMatch(/Amis de la Cité.*1er mars 2026/)
    const english = directoryModel([], { ...edition, language: 'en' }).model
    expect(english.title).toBe('Directory 2026')
    expect(noticeOf(english).join(' ')).toMatch(/1 March 2026/)
  })

  test('French typography: apostrophes, spaces before signs', () => {
    for (const text of noticeOf(directoryModel([], edition).model)) {
      expect(text).not.toContain("'")
      expect(text).not.toMatch(/[^\u00a0\u202f][;:!?»]/)
    }
  })
})
