/** What of a person reaches the pages: what they let, what the association chose, and nothing that has no name here. */
import { describe, expect, test } from 'vitest'
import {
  type ConsentAnswer,
  modeAnswers,
  ordinaryFields,
  type PublishedField,
  safeFields,
} from '../people/consents/consents.rules.ts'
import { displayName, sortKey } from '../people/name.rules.ts'
import { type Contact, contactInput } from '../people/people.requests.ts'
import { beginModel } from './directory-model.ts'
import { pieceOf, publishedSheet } from './directory-publication.ts'

const day = '2026-03-01'
const safe = { paper: safeFields, pdf: safeFields, web: [] }
const open = { paper: ordinaryFields, pdf: ordinaryFields, web: [] }
const input = contactInput.parse({
  kind: 'person',
  firstName: 'Hélène',
  lastName: 'Dupont',
  birthName: 'Zola',
  born: '1950-02-03',
  birthPlace: 'Nantes',
  memberNumber: 'secret-number',
  joined: '1987',
  profession: 'Notaire',
  honours: [{ name: 'Palmes', grade: 'officier' }],
  notes: 'secret-notes',
  emails: [{ address: 'h@exemple.org' }],
  phones: [{ number: '+33123456789' }, { number: '+33612345678' }],
  addresses: [{ street: '5 rue Haute', postcode: '69001', city: 'Lyon', country: 'FR', complement: 'secret-floor' }],
  groups: [{ kind: 'house', name: 'Maison de Lyon' }],
  extras: [{ name: 'Chambre', value: 'secret-room' }],
  supports: [{ field: 'secret-help' }],
  tags: ['secret-tag'],
  category: 'secret-category',
})
const helene = {
  ...input,
  id: 1,
  revision: 0,
  sortKey: sortKey(input),
  displayName: displayName(input),
  trashed: false,
} as Contact
const said = (field: PublishedField, value: 'yes' | 'no'): ConsentAnswer => ({
  ...{ medium: 'paper', field, value, basis: 'consent', day, source: 'form', proof: '' },
})
const printed = (answers: readonly ConsentAnswer[], defaults = open) => {
  const making = beginModel({ association: 'Amis', country: 'FR', language: 'fr', edition: '2026', day })
  const piece = pieceOf(helene, answers, defaults, day)
  making.add(piece)
  return { ...making.finish(), travels: JSON.stringify(piece) }
}
const linesOf = (...given: Parameters<typeof printed>) => {
  const [item] = printed(...given).model.items
  return item?.kind === 'entry' ? [item.year ?? '', ...item.lines.map(({ text }) => text)] : undefined
}

describe('who said nothing', () => {
  test('the safe choice: name, class and House, town', () => {
    expect(linesOf([], safe)).toEqual(['1987', 'Maison de Lyon', 'Lyon'])
    expect(printed([], safe).travels).not.toMatch(/rue Haute|69001|exemple\.org|\+33|Notaire|Palmes|1950|Nantes|secret/)
  })
  test('everything unless opposed: coordinates, but no birth; what no field names never travels', () => {
    expect(linesOf([])).toEqual([
      '1987',
      'Notaire, Maison de Lyon',
      'secret-floor',
      '5 rue Haute',
      '69001 Lyon',
      '01\u202f23\u202f45\u202f67\u202f89 · 06\u202f12\u202f34\u202f56\u202f78',
      'h@exemple.org',
    ])
    expect(printed([]).travels).not.toMatch(/secret-(?!floor)|1950|Nantes/)
  })
})

describe('who answered', () => {
  test('name only: the name and its cross-references; in no index; the proof says what was withheld', () => {
    const answers = modeAnswers('nameOnly').map(({ field, value }) => said(field, value))
    const { model, withheld } = printed(answers)
    expect(model.items.map(({ headword }) => headword)).toEqual(['Dupont', 'Zola'])
    expect(linesOf(answers)).toEqual([''])
    expect(model.sections.some(({ kind }) => kind === 'index')).toBe(false)
    expect(withheld).toEqual([
      { id: 1, name: 'Dupont Hélène', fields: ordinaryFields.filter((field) => field !== 'name') },
    ])
  })
  test('absent: nowhere, not under another name either; the proof says who and why', () => {
    const { model, left, travels } = printed([said('name', 'no')])
    expect(model.items).toEqual([])
    expect(left).toEqual([{ id: 1, name: 'Dupont Hélène', why: 'opposed' }])
    expect(travels).not.toContain('Zola')
  })
  test('one of two phones', () => {
    expect(linesOf([said('mobile', 'no')])).toContain('01\u202f23\u202f45\u202f67\u202f89')
    expect(linesOf([said('phone', 'no')])).toContain('06\u202f12\u202f34\u202f56\u202f78')
    expect(linesOf([said('phone', 'no'), said('mobile', 'no')])?.join()).not.toMatch(/\d\u202f\d/)
  })
  test('a birth date that somebody lets be published travels', () => {
    expect(publishedSheet(helene, new Set(['name', 'birth']))).toMatchObject({ born: '1950-02-03', emails: [] })
  })
})

test('a minor, and an association that publishes no names', () => {
  const minor = { ...helene, born: '2010' } as Contact
  expect(pieceOf(minor, [], open, day)).toMatchObject({ why: 'minor' })
  expect(pieceOf(minor, [said('name', 'yes')], open, day).contact?.displayName).toBe('Dupont Hélène')
  expect(pieceOf(helene, [], { ...open, paper: [] }, day)).toMatchObject({ why: 'notPublished' })
})
