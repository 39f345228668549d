/** Makes an association of invented people: register-make.ts PEOPLE FOLDER. Not measured. */
import { join } from 'node:path'
import { finish } from '../../src/core/kit/request.ts'
import { newOffice } from '../../src/core/office.ts'

const [people = '100000', folder = '.'] = process.argv.slice(2)
const resources = join(import.meta.dirname, '../../resources')
const office = newOffice(
  join(folder, 'register.amicale'),
  { name: 'Anciens de la Cité' },
  { door: 'test', by: 'bench', today: () => '2026-03-01', resources },
)
await finish(await office.client.exchange.invent({ people: Number(people) }))
await office.close()
