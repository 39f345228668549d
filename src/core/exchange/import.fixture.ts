/** Bringing lists into an office, for tests: a file, its preview, what came of it. */
import type { ContractRouterClient } from '@orpc/contract'
import { finish } from '../kit/request.ts'
import type { ContactInput, peopleRequests } from '../people/people.requests.ts'
import type { exchangeRequests, Look, Preview, PreviewLine } from './exchange.requests.ts'

type OfficeClient = ContractRouterClient<{
  readonly exchange: typeof exchangeRequests
  readonly people: typeof peopleRequests
}>

export type Seen = { readonly look: Look; readonly preview: Preview; readonly lines: readonly PreviewLine[] }

/** A list looked at and previewed, with what was chosen for the last one of its headers. */
export async function previewed(client: OfficeClient, text: string, choices: object = {}): Promise<Seen> {
  const chunk = Buffer.from(text).toString('base64')
  const { staging } = await client.exchange.stage({ name: 'list.csv', chunk })
  const look = await finish(await client.exchange.look({ staging }))
  const mapping = look.columns.map(({ target }) => target)
  const preview = await finish(
    await client.exchange.preview({ staging, mapping, choices: { ...look.remembered, ...choices } }),
  )
  const { lines } = await client.exchange.previewLines({ preview: preview.preview, limit: 200 })
  return { look, preview, lines }
}

export const brought = async (client: OfficeClient, { preview }: Seen, evenIfSweeping = false) =>
  finish(await client.exchange.import({ preview: preview.preview, evenIfSweeping }))

export const imported = async (client: OfficeClient, text: string, choices: object = {}) =>
  brought(client, await previewed(client, text, choices), true)

/** Everybody, in the order of the list. */
export async function everybody(client: OfficeClient): Promise<readonly (ContactInput & { readonly id: number })[]> {
  const { rows } = await client.people.list({ limit: 500, deceased: true })
  return Promise.all(rows.map(({ id }) => client.people.read({ id })))
}
