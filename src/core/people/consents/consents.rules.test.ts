import { describe, expect, test } from 'vitest'
import {
  asksSource,
  type ConsentAnswer,
  defaultChoiceOf,
  isMinor,
  modeAnswers,
  modeOf,
  monthsAfter,
  ordinaryFields,
  type PublicationDefaults,
  type Publishable,
  published,
  safeFields,
  standings,
} from './consents.rules.ts'

const safe: PublicationDefaults = { paper: safeFields, pdf: safeFields, web: [] }
const open: PublicationDefaults = { paper: ordinaryFields, pdf: ordinaryFields, web: [] }
const member: Publishable = { status: 'member', trashed: false, born: '1950' }
const day = '2026-03-01'
const answer = (field: ConsentAnswer['field'], value: 'yes' | 'no', given: Partial<ConsentAnswer> = {}) =>
  ({ medium: 'paper', field, value, basis: 'consent', day, source: 'form', proof: '', ...given }) as ConsentAnswer
const on = (contact: Publishable, answers: readonly ConsentAnswer[], defaults = safe, medium = 'paper' as const) => [
  ...published(contact, answers, defaults, medium, day),
]

describe('who said nothing', () => {
  test('gets the association’s choice, and nothing on a website', () => {
    expect(on(member, [])).toEqual(['name', 'groups', 'city'])
    expect(on(member, [], open)).toEqual(ordinaryFields)
    expect([...published(member, [], open, 'web', day)]).toEqual([])
  })
  test.each(['contact', 'resigned', 'struckOff', 'lost'] as const)('a %s is no member: nothing', (status) => {
    expect(on({ ...member, status }, [], open)).toEqual([])
  })
  test('a minor: nothing, until a yes of their own', () => {
    const minor = { ...member, born: '2010-06' }
    expect(on(minor, [], open)).toEqual([])
    expect(on(minor, [answer('name', 'yes')], open)).toEqual(['name'])
  })
  test('a birth date and a photo wait for a yes, whatever was chosen', () => {
    const all = { ...open, paper: [...ordinaryFields, 'birth', 'photo'] } as const
    expect(on(member, [], all)).toEqual(ordinaryFields)
    expect(on(member, [answer('birth', 'yes')], all)).toContain('birth')
  })
  test('nobody in the trash', () => expect(on({ ...member, trashed: true }, [answer('name', 'yes')], open)).toEqual([]))
})

describe('who answered', () => {
  test('is heard before the association, field by field and medium by medium', () => {
    const answers = [answer('phone', 'no'), answer('email', 'yes', { medium: 'pdf' })]
    expect(on(member, answers, open)).toEqual(ordinaryFields.filter((field) => field !== 'phone'))
    expect([...published(member, answers, safe, 'pdf', day)]).toEqual(['name', 'groups', 'city', 'email'])
  })
  test('the latest by its day counts; of one day, the one recorded last; one to come not yet', () => {
    const found = [answer('city', 'no', { day: '2025-01-01' }), answer('city', 'yes', { day: '2020-01-01' })]
    expect(on(member, found)).not.toContain('city')
    expect(on(member, [answer('city', 'no'), answer('city', 'yes')])).toContain('city')
    expect(on(member, [answer('city', 'no', { day: '2026-03-02' })])).toContain('city')
  })
  test('without the name there is nothing', () => expect(on(member, [answer('name', 'no')], open)).toEqual([]))
  test('the dead keep their name and groups, unless they had refused', () => {
    const dead: Publishable = { ...member, status: 'deceased' }
    expect(on(dead, [answer('email', 'yes')], open)).toEqual(['name', 'groups'])
    expect(on(dead, [answer('name', 'no')], open)).toEqual([])
    expect([...published(dead, [], open, 'web', day)]).toEqual([])
  })
})

test('quick modes, and the mode a medium stands at', () => {
  const stand = (mode: 'complete' | 'nameOnly' | 'absent') => {
    const answers = modeAnswers(mode).map(({ field, value }) => answer(field, value))
    return standings(member, answers, open, 'paper', day)
  }
  // What comes to be published says where that was agreed; a refusal is taken as it comes.
  expect((['complete', 'nameOnly', 'absent'] as const).map((mode) => asksSource(modeAnswers(mode)))).toEqual([
    ...[true, true, false],
  ])
  expect(modeOf(stand('complete'))).toBe('complete')
  expect(modeOf(stand('nameOnly'))).toBe('nameOnly')
  expect(modeOf(stand('absent'))).toBe('absent')
  expect(modeOf(standings(member, [], safe, 'paper', day))).toBe('byField')
  expect(stand('complete').find(({ field }) => field === 'photo')?.value).toBe(false)
})

test.each([
  ['2008-03-01', false],
  ['2008-03-02', true],
  ['2008', true],
  ['2008-02', false],
  ['2007', false],
  ['', false],
])('born %s: a minor on 1 March 2026 is %s', (born, minor) => expect(isMinor(born, day)).toBe(minor))

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2024-11-29', 3, '2025-02-28'],
  ['2026-03-15', -12, '2025-03-15'],
  ['2026-02-28', 3, '2026-05-28'],
])('%s and %s months: %s', (from, months, to) => expect(monthsAfter(from, months)).toBe(to))

test('the association’s choice by its name', () => {
  expect(defaultChoiceOf([])).toBe('nothing')
  expect(defaultChoiceOf(['city', 'name', 'groups'])).toBe('safe')
  expect(defaultChoiceOf(ordinaryFields)).toBe('allUnlessOpposed')
  expect(defaultChoiceOf(['name', 'email'])).toBe('own')
})
