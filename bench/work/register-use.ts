/** Opens the association of register-make.ts and asks what a secretary asks all day: register-use.ts FOLDER. */
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inventPeople } from '../../src/core/exchange/invent.ts'
import { finish } from '../../src/core/kit/request.ts'
import { type OfficeClient, openOffice } from '../../src/core/office.ts'
import { sayFigures } from './figures.ts'
import { openProbe } from './probe.ts'

const [folder = '.'] = process.argv.slice(2)
const options = {
  door: 'test',
  by: 'bench',
  today: () => '2026-03-01',
  resources: join(import.meta.dirname, '../../resources'),
} as const
const figures: Record<string, number> = {}
const at = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? Number.NaN

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}
/** Does a work, and keeps its time and the longest hold of this thread. */
async function held(name: string, act: () => Promise<unknown>): Promise<void> {
  await pause(50)
  const probe = openProbe()
  figures[name] = await timed(act)
  const { hold, computing } = probe.close()
  figures[`${name} hold`] = hold
  figures[`${name} computing`] = computing
}

const began = performance.now()
const office = openOffice(join(folder, 'register.amicale'), options)
figures.open = performance.now() - began
const { client } = office
figures['first page'] = await timed(() => client.people.list({ limit: 100 }))
const { total } = await client.people.list({ limit: 1 })

const pages: number[] = []
for (let share = 0; share < 1; share += 0.02) {
  pages.push(await timed(() => client.people.list({ limit: 100, offset: Math.floor(total * share) })))
}
figures['page p95'] = at(pages, 0.95)

/** Words as they are typed: the beginning of a name, then more of it; a fragment; part of a number; two words. */
const typed: string[] = []
for (const contact of inventPeople(80, 9)) {
  const name = contact.kind === 'person' ? contact.lastName : contact.name
  const number = contact.phones[0]?.number.slice(-5) ?? '5432'
  typed.push(name.slice(0, 3), name.slice(0, 4), name, name.slice(1, 5), number, `${name.slice(0, 3)} rue`)
}
const searches: number[] = []
for (const search of typed) searches.push(await timed(() => client.people.list({ search, limit: 50 })))
figures['search p50'] = at(searches, 0.5)
figures['search p95'] = at(searches, 0.95)

type Criteria = NonNullable<NonNullable<Parameters<OfficeClient['people']['list']>[0]>['criteria']>
const criteria: Readonly<Record<string, Criteria>> = {
  'criteria: no e-mail': { not: { field: 'email', op: 'known' } },
  'criteria: city and group': {
    all: [
      { field: 'city', op: 'is', value: 'Paris' },
      { field: 'group', kind: 'house', day: '2020' },
    ],
  },
  'criteria: ten, joined by any': {
    any: Array.from({ length: 10 }, (_, index) => ({
      field: 'street' as const,
      op: 'contains' as const,
      value: `rue ${String.fromCharCode(97 + index)}`,
    })),
  },
}
for (const [name, asked] of Object.entries(criteria)) {
  await held(name, () => client.people.list({ criteria: asked, limit: 100 }))
}
await held('sort by city', () => client.people.list({ sort: { by: 'city' }, limit: 100 }))
await held('letters', () => client.people.letters({}))
await held('bulk preview', async () =>
  finish(await client.lists.bulkPreview({ filter: {}, change: { do: 'addTag', name: 'banc' } })),
)
figures['used memory'] = process.resourceUsage().maxRSS / 1024
if (total <= 30_000) await held('duplicates', async () => finish((await client.duplicates.find({})) as never))
await office.close()
sayFigures(figures)
