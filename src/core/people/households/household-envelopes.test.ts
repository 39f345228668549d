/** One envelope for each household, composed from those who are in the run. */
import { describe, expect, it } from 'vitest'
import { answers, create, register, trash, update } from '../people.fixture.ts'
import { contactInput } from '../people.requests.ts'
import { anne, asked, householdOf, type Input, jean, leo, lyon, paris, place, two } from './households.fixture.ts'

describe('envelopes', () => {
  const lines = async (input: Input<'compose'>) =>
    (await asked('compose', input)).envelopes.map(({ contacts, postal }) => [contacts.length, ...postal.lines])

  it('are one for each household, composed from those who are in the run', async () => {
    const [id, one, other] = two()
    const alone = create({ ...leo, addresses: [{ ...lyon, street: 'Cours Z' }] })
    expect(await lines({ id })).toEqual([[2, 'Mme Anne Durand et M. Jean Martin', '1 RUE X', '75005 PARIS']])
    expect(await lines({ contacts: [one, alone, other] })).toEqual([
      [2, 'Mme Anne Durand et M. Jean Martin', '1 RUE X', '75005 PARIS'],
      [1, 'Léo Martin', 'COURS Z', '69001 LYON'],
    ])
    expect(await lines({ contacts: [other] })).toEqual([[1, 'Mme Anne Durand', '1 RUE X', '75005 PARIS']])
    expect(await lines({ contacts: [one, other], byHousehold: false })).toEqual([
      [1, 'M. Jean Martin', '1 RUE X', '75005 PARIS'],
      [1, 'Mme Anne Durand', '1 RUE X', '75005 PARIS'],
    ])
    expect((await asked('compose', { id, language: 'en' })).envelopes[0]).toMatchObject({
      addressee: ['Ms Anne Durand and Mr Jean Martin'],
      salutation: 'Dear Ms Durand and Mr Martin,',
      address: ['1 rue X', '75005 Paris'],
    })
  })

  it('of an organisation go for the attention of its delegate in office, else of who is named as its contact', async () => {
    const person = (draft: object) => create({ addresses: [], ...draft })
    const [marie, luc] = [person({ ...anne, addresses: [] }), person({ ...leo, addresses: [] })]
    const organisation = (...representatives: object[]): number => {
      const contact = contactInput.parse({
        ...{ kind: 'organisation', name: 'Fondation du Lac' },
        ...{ representatives, addresses: [paris] },
      })
      return register.order('people.create', '', () => answers.create({ contact })).id
    }
    const delegate = { person: marie, rank: 'delegate' }
    const known = { person: luc, rank: 'contact' }
    const second = async (...all: object[]) => (await lines({ contacts: [organisation(...all)] }))[0]?.slice(1, 3)
    expect(await second(known, delegate)).toEqual(['Fondation du Lac', 'À l’attention de Mme Anne Durand'])
    expect(await second(known, { ...delegate, until: '2025' })).toEqual([
      ...['Fondation du Lac', 'À l’attention de Léo Martin'],
    ])
    expect(await second({ ...delegate, rank: 'substitute' })).toEqual(['Fondation du Lac', '1 RUE X'])
    const id = organisation(delegate)
    expect((await asked('compose', { contacts: [id] })).envelopes[0]?.salutation).toBe('Madame,')
    update(marie, { ...anne, addresses: [], died: '2026-01-15' })
    expect((await lines({ contacts: [id] }))[0]?.[2]).toBe('1 RUE X')
  })

  it('keep to a household’s own words only when its partners are there', async () => {
    const [id, one, other] = two()
    place('change', { id, revision: householdOf(one).revision, addressee: 'Les Durand-Martin' })
    expect((await lines({ contacts: [one, other] }))[0]?.[1]).toBe('Les Durand-Martin')
    expect((await lines({ contacts: [one] }))[0]?.[1]).toBe('M. Jean Martin')
  })

  it('leave the dead out, and the survivor has the words of one', async () => {
    const [id, one, other] = two()
    update(other, { ...anne, addresses: [{ ...paris, household: id }], died: '2026-01-15' })
    expect(await lines({ id })).toEqual([[1, 'M. Jean Martin', '1 RUE X', '75005 PARIS']])
    expect((await lines({ id, day: '2026-01-10' }))[0]?.[0]).toBe(2)
    expect(await lines({ contacts: [other] })).toEqual([])
    expect(householdOf(one).words.fr.salutation).toBe('Monsieur,')
    expect(householdOf(one).members.map(({ deceased }) => deceased)).toEqual([false, true])
    trash([one])
    expect(await lines({ id })).toEqual([])
    expect(householdOf(one).words.fr.lines).toEqual([])
  })

  it('part for who winters elsewhere, and go nowhere when mail came back', async () => {
    const [id, one, other] = two()
    const winter = { city: 'Nice', seasonFrom: '11-15', seasonUntil: '03-15' }
    update(other, { ...anne, addresses: [{ ...paris, household: id }, winter] })
    expect(
      (await lines({ contacts: [one, other], day: '2026-01-10' })).map(([count, , place]) => [count, place]),
    ).toEqual([
      [1, '1 RUE X'],
      [1, 'NICE'],
    ])
    expect((await lines({ contacts: [one, other], day: '2026-06-10' }))[0]?.[0]).toBe(2)
    update(one, { ...jean, addresses: [{ ...paris, household: id, returned: '2026-02-01' }] })
    expect((await asked('compose', { id, day: '2026-06-10' })).envelopes).toMatchObject([
      { contacts: [one, other], address: [] },
    ])
  })
})
