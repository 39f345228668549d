/** Households on a real register, and short words to ask them. */
import { beforeEach } from 'vitest'
import type { z } from 'zod'
import { createAll, type Draft, read, register, update } from '../people.fixture.ts'
import type { addressInput } from '../people.requests.ts'
import { householdsRequests } from './households.requests.ts'
import { householdsAnswers } from './households.service.ts'

type Answers = ReturnType<typeof householdsAnswers>
export let answers: Answers
beforeEach(() => {
  answers = householdsAnswers(register)
})

export type OrderName = 'make' | 'join' | 'leave' | 'dissolve' | 'change' | 'share'
export type Input<K extends keyof typeof householdsRequests> = z.input<
  NonNullable<(typeof householdsRequests)[K]['~orpc']['inputSchema']>
>
const parsed = <K extends keyof typeof householdsRequests>(name: K, input: Input<K>) =>
  (householdsRequests[name]['~orpc'].inputSchema as z.ZodType).parse(input) as never
export const place = <K extends OrderName>(name: K, input: Input<K>): ReturnType<Answers[K]> =>
  register.order(`households.${name}`, '', () =>
    (answers[name] as (input: never) => unknown)(parsed(name, input)),
  ) as never
export const asked = <K extends 'compose' | 'list'>(name: K, input: Input<K>) =>
  (answers[name] as (input: never) => unknown)(parsed(name, input)) as ReturnType<Answers[K]>
export const householdOf = (id: number) => {
  const household = answers.ofContact({ id })
  if (household === null || household instanceof Promise) throw new Error('In no household')
  return household
}
export const inNone = (id: number): boolean => answers.ofContact({ id }) === null

export type Place = Partial<z.output<typeof addressInput>>
export const paris: Place = { street: '1 rue X', postcode: '75005', city: 'Paris', country: 'FR' }
export const lyon: Place = { street: '2 rue Y', postcode: '69001', city: 'Lyon', country: 'FR' }
export const jean: Draft = { civility: 'M.', firstName: 'Jean', lastName: 'Martin', addresses: [paris] }
export const anne: Draft = { civility: 'Mme', firstName: 'Anne', lastName: 'Durand', addresses: [lyon] }
export const leo: Draft = { firstName: 'Léo', lastName: 'Martin' }

export const two = (): readonly [number, number, number] => {
  const [one = 0, other = 0] = createAll(jean, anne)
  const { id } = place('make', {
    members: [{ contact: one }, { contact: other }],
    address: { contact: one, position: 0 },
  })
  return [id, one, other]
}
export const cities = (id: number): string[] => read(id).addresses.map(({ city }) => city)
export const sheetOf = (id: number, addresses: (address: Place, at: number) => Place) => {
  const { id: _, revision: __, sortKey: ___, displayName: ____, trashed: _____, ...sheet } = read(id)
  return { ...sheet, addresses: sheet.addresses.map(addresses) } as Draft
}
export const editAddress = (id: number, city: string, shared?: 'all' | 'onlyMe' | 'leaveHousehold') =>
  update(
    id,
    sheetOf(id, (address) => (address.household == null ? address : { ...address, city })),
    undefined,
    shared,
  )
