/** Addresses for other programs, on a real office: who is in them, how they are cut up, who is left out. */
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { finish } from '../kit/request.ts'
import { client, person } from '../office.fixture.ts'

async function textOf(paper: string): Promise<string> {
  const { chunk } = await client.papers.read({ paper })
  return Buffer.from(chunk, 'base64').toString('utf8')
}

const mail = (address: string) => ({ emails: [{ address }] })

test('one e-mail each, once, in lots; the dead, the trash and those not to be kept are left out', async () => {
  await person('A', { emails: [{ address: 'faux' }, { address: 'a@example.org' }, { address: 'a2@example.org' }] })
  await person('B', mail('b@example.org'))
  await person('C', mail('B@example.org'))
  await person('D', mail('d@example.org'))
  const without = await person('E')
  await person('F', { ...mail('f@example.org'), status: 'deceased' })
  const refusing = await person('G', mail('g@example.org'))
  const answers = [{ medium: 'register' as const, field: 'keep' as const, value: 'no' as const }]
  await client.consents.record({ contacts: [refusing], answers })
  const trashed = await person('H', mail('h@example.org'))
  await client.people.trash({ ids: [trashed] })

  const made = await finish(await client.exchange.emailList({ filter: { deceased: true }, separator: ';', size: 2 }))
  expect(made).toMatchObject({ addresses: 3, chunks: 2, leftOut: 2, none: 1, without: [without] })
  expect(await textOf(made.paper)).toBe('a@example.org; b@example.org\r\n\r\nd@example.org\r\n')
})

test('a mail merge has a row for each envelope: two who share a household have one, who has no address has none', async () => {
  const home = { addresses: [{ street: '1 rue Neuve', postcode: '69001', city: 'Lyon', country: 'FR' }] }
  const anne = await person('Roux', { firstName: 'Anne', civility: 'Mme', ...home })
  const paul = await person('Roux', { firstName: 'Paul', civility: 'M.', ...home })
  await client.households.make({
    members: [{ contact: anne }, { contact: paul }],
    address: { contact: anne, position: 0 },
  })
  await person('Sans')
  const made = await finish(await client.exchange.mailMerge({ format: 'csv' }))
  expect(made).toMatchObject({ rows: 1, without: 1 })
  const rows = parse(await textOf(made.paper), { delimiter: ';', bom: true, columns: true }) as Record<string, string>[]
  expect(Object.values(rows[0] ?? {}).join('\n')).toMatch(/^M\. et Mme Paul Roux\n1 rue neuve\n69001 Lyon\n/i)
  expect(rows[0]?.['Nº des fiches']?.split(', ').map(Number).toSorted()).toEqual([anne, paul].toSorted())
  const each = await finish(await client.exchange.mailMerge({ format: 'csv', byHousehold: false }))
  expect(each.rows).toBe(2)
})
