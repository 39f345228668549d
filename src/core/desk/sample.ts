/** Fills a new association with the invented one of `resources/samples`, through the same requests as a visitor's import. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../kit/refusal.ts'
import { finish } from '../kit/request.ts'
import type { OfficeClient } from '../office.ts'

/** Bytes of a file that travel in one request. */
const piece = 600_000

/** The sample spreadsheet among the resources; `fileMissing` when the program was installed without it. */
export function sampleFile(resources: string): string {
  const folder = join(resources, 'samples')
  let names: readonly string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    // Said below.
  }
  const name = ['.xlsx', '.csv'].flatMap((ending) => names.filter((found) => found.endsWith(ending)).sort())[0]
  if (name === undefined) throw new Refusal('fileMissing', { file: 'samples' })
  return join(folder, name)
}

/** Imports the sample; answers how many people it brought. */
export async function importSample(client: OfficeClient, resources: string): Promise<number> {
  const path = sampleFile(resources)
  const bytes = readFileSync(path)
  let staging: string | undefined
  for (let from = 0; from < bytes.length; from += piece) {
    const chunk = bytes.subarray(from, from + piece).toString('base64')
    const staged = await client.exchange.stage({
      name: basename(path),
      chunk,
      ...(staging === undefined ? {} : { staging }),
    })
    staging = staged.staging
  }
  if (staging === undefined) throw new Refusal('fileEmpty', { file: basename(path) })
  const look = await finish(await client.exchange.look({ staging }))
  // Dues are left to who tries them: the screen of dues offers to take these columns over.
  const mapping = look.columns.map(({ target }) => (target === 'due' ? 'extra' : target))
  const { preview } = await finish(await client.exchange.preview({ staging, mapping }))
  const { counts } = await finish(await client.exchange.import({ preview, leaveRefused: true }))
  await client.exchange.discard({ staging })
  await sayYes(client)
  return counts.created
}

/**
 * The invented members have answered the form: the directory shows all it can of them. Who is added afterwards has said
 * nothing, and shows what a new association shows of those (rules-fr.md 4.1).
 */
async function sayYes(client: OfficeClient): Promise<void> {
  const { ids } = await client.people.ids({ status: ['member', 'friend'] })
  if (ids.length === 0) return
  const contacts = [...ids]
  await client.consents.mode({ contacts, media: ['paper', 'pdf'], mode: 'complete', source: 'form' })
}
