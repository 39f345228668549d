/** Gives the association of register-make.ts ten years of dues, paid by everybody each year: dues-make.ts FOLDER. Not measured. */
import { join } from 'node:path'
import { openOffice } from '../../src/core/office.ts'

const [folder = '.'] = process.argv.slice(2)
const office = openOffice(join(folder, 'register.amicale'), {
  ...{ door: 'test', by: 'bench', today: () => '2026-03-01' },
  resources: join(import.meta.dirname, '../../resources'),
})
const { client, register } = office
for (let at = 0; at < 10; at++) {
  const name = String(2017 + at)
  const facts = { name, kind: 'calendar', starts: `${name}-01-01`, ends: `${name}-12-31` } as const
  const { id } = await client.dues.createYear({ ...facts, rates: [{ category: 'Actif', cents: 4000 }] })
  register.order('bench', name, () => {
    const run = (sql: string, ...values: readonly unknown[]): void => {
      register.prepare(sql).run(...values)
    }
    run('INSERT INTO due (contact_id, year_id, cents) SELECT id, ?, 4000 FROM contact ORDER BY id', id)
    const { last } = register.prepare('SELECT coalesce(max(id), 0) AS last FROM payment').get() as { last: number }
    run(
      `INSERT INTO payment (payer_id, mode, received_on, reference)
       SELECT id, 'cheque', date(?, '+' || (id % 59) || ' days'), printf('%07d', id) FROM contact ORDER BY id`,
      facts.starts,
    )
    run(
      `INSERT INTO payment_line (payment_id, position, kind, contact_id, year_id, cents)
       SELECT id, 0, 'due', payer_id, ?, iif(payer_id % 10 = 0, 2000, 4000) FROM payment WHERE id > ? ORDER BY id`,
      id,
      last,
    )
  })
}
await office.close()
