import { expect, it } from 'vitest'
import { answers, create, createAll, lastAct, read, refusal, register, undo } from './people.fixture.ts'
import { peopleRequests } from './people.requests.ts'

const mark = (id: number, position: number, day?: string) =>
  register.order('people.markReturned', '', () =>
    answers.markReturned({ id, position, ...(day === undefined ? {} : { day }) }),
  )
const returned = () => answers.returned({ offset: 0, limit: 100 })
const paris = { street: '1 rue X', postcode: '75005', city: 'Paris', country: 'FR' }

it('mail that came back marks the address, is listed, and is taken back by an order or an undo', async () => {
  const [id = 0, other = 0] = createAll(
    { lastName: 'Martin', addresses: [paris, { city: 'Lyon', country: 'FR' }] },
    { lastName: 'Durand', addresses: [paris] },
  )
  mark(id, 0, '2026-02-10')
  mark(other, 0)
  expect(read(id).addresses.map((address) => address.returned)).toEqual(['2026-02-10', ''])
  expect(returned()).toEqual({
    total: 2,
    rows: [
      { id: other, name: 'Durand', position: 0, address: '1 rue X, 75005 Paris', day: '2026-03-01', reachable: false },
      { id, name: 'Martin', position: 0, address: '1 rue X, 75005 Paris', day: '2026-02-10', reachable: true },
    ],
  })
  await undo(lastAct())
  mark(id, 0, '')
  expect(returned()).toEqual({ total: 0, rows: [] })
})

it('is refused for an address that is not there, and for tomorrow', () => {
  const id = create({ addresses: [paris] })
  expect(refusal(() => mark(id, 1))).toMatchObject({ code: 'notFound', field: 'position' })
  expect(refusal(() => mark(999, 0))).toMatchObject({ code: 'notFound', field: 'id' })
  expect(refusal(() => mark(id, 0, '2026-03-02'))).toMatchObject({ code: 'invalidInput', field: 'day' })
  expect(peopleRequests.markReturned['~orpc'].inputSchema?.safeParse({ id, position: 0, day: 'hier' }).success).toBe(
    false,
  )
})
