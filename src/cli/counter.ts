/** Standing at the counter from a terminal. */
import type { Counter, CounterClient } from '../core/desk/counter.ts'
import { type Places, userName, usualPlaces } from '../web/places.ts'
import { computerToday } from './today.ts'

export type { CounterClient }

/** Opens the counter for the time of one command, and closes it whatever happens. */
export async function atCounter<T>(
  act: (counter: Counter) => Promise<T>,
  { home, stateFolder, resources }: Places = usualPlaces(),
): Promise<T> {
  // Loaded only now: a usage or a help needs no office.
  const { openCounter } = await import('../core/desk/counter.ts')
  const counter = openCounter({
    door: 'command',
    by: userName(),
    today: () => computerToday(),
    home,
    stateFolder,
    resources,
  })
  try {
    return await act(counter)
  } finally {
    await counter.close()
  }
}

/** Opens an association and asks of it. */
export const atFolder = <T>(folder: string, act: (client: CounterClient) => Promise<T>): Promise<T> =>
  atCounter(async (counter) => {
    await counter.open(folder)
    return act(counter.client)
  })
