/** The oppositions on paper, on a real office. */
import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { finish } from '../kit/request.ts'
import { client, person, refused } from '../office.fixture.ts'

async function textOf(paper: string): Promise<string> {
  const pieces: Buffer[] = []
  for (let offset: number | undefined = 0; offset !== undefined; ) {
    const { chunk, next } = await client.papers.read({ paper, offset })
    pieces.push(Buffer.from(chunk, 'base64'))
    offset = next
  }
  return spawnSync('pdftotext', ['-layout', '-', '-'], { input: Buffer.concat(pieces), encoding: 'utf8' }).stdout
}

it('prints who objected since a day, and to what; refuses an empty list', async () => {
  const blanc = await person('Blanc')
  const noir = await person('Noir')
  const print = async (since: string) => finish(await client.consents.printOppositions({ since }))
  expect(await refused(print(''))).toMatchObject({ code: 'nothingToPrint' })
  await client.consents.oppose({ contact: blanc, day: '2025-01-10', source: 'letter' })
  await client.consents.record({
    ...{ contacts: [noir], day: '2026-02-10', source: 'phone' },
    answers: [{ medium: 'paper', field: 'email', value: 'no' }],
  })
  const all = await print('')
  expect(all).toMatchObject({ type: 'application/pdf', rows: 4, pages: 1 })
  const text = await textOf(all.paper)
  for (const said of ['Blanc', 'ne paraît pas', 'annuaire imprimé', '10 janvier 2025, lettre', 'Noir', 'courriel'])
    expect(text, said).toContain(said)
  const since = await print('2026-01-01')
  expect(since.rows).toBe(1)
  expect(await textOf(since.paper)).toContain('depuis le 1er janvier 2026')
})
