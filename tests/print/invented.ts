/** An office of invented people, for looking at what it prints. */
import { join } from 'node:path'
import type { z } from 'zod'
import type { directoryOptions } from '../../src/core/directory/directory.requests.ts'
import { finish } from '../../src/core/kit/request.ts'
import { newOffice } from '../../src/core/office.ts'
import { ordinaryFields } from '../../src/core/people/consents/consents.rules.ts'

export async function openInvented(place: string, people: number, resources: string) {
  const office = newOffice(
    join(place, 'print.amicale'),
    { name: 'Anciens & Amis <2026>', language: 'fr' },
    { door: 'test', by: 'test', today: () => '2026-03-01', resources },
  )
  const { client } = office
  await finish(await client.exchange.invent({ people, seed: 11 }))
  await client.consents.setDefaults({ media: ['paper'], fields: [...ordinaryFields] })
  return {
    close: () => office.close(),
    typeset: async (options: z.input<typeof directoryOptions>) => {
      const paper = await finish(await client.directory.typeset(options))
      const pieces: Buffer[] = []
      for (let offset: number | undefined = 0; offset !== undefined; ) {
        const piece: { chunk: string; next?: number } = await client.papers.read({ paper: paper.paper, offset })
        pieces.push(Buffer.from(piece.chunk, 'base64'))
        offset = piece.next
      }
      return { ...paper, bytes: Buffer.concat(pieces) }
    },
    /** Family names of who is printed. */
    printedNames: async (): Promise<readonly string[]> => {
      const { proof } = await finish(await client.directory.typeset({}))
      const left = new Set(proof.left.map(({ id }) => id))
      const names: string[] = []
      for (let offset = 0; ; offset += 500) {
        const { rows } = await client.people.list({ limit: 500, offset })
        for (const { id } of rows) {
          if (left.has(id)) continue
          const contact = await client.people.read({ id })
          names.push(contact.kind === 'person' ? contact.lastName : contact.name)
        }
        if (rows.length < 500) return names
      }
    },
  }
}
