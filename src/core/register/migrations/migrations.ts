/** Every migration in its order. A new one is added at the end; see docs/contributing/how-to-add-a-migration.md. */
import { migration as register } from './0001-register.ts'
import { migration as people } from './0002-people.ts'
import { migration as exchange } from './0003-exchange.ts'
import { migration as wholePeople } from './0004-whole-people.ts'
import { migration as dues } from './0005-dues.ts'
import { migration as counted } from './0006-counted.ts'
import { migration as exportModels } from './0007-export-models.ts'
import { migration as bank } from './0008-bank.ts'
import { migration as letters } from './0009-letters.ts'
import { migration as sheets } from './0010-sheets.ts'
import { migration as editions } from './0011-editions.ts'
import { migration as printedEditions } from './0012-printed-editions.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  register,
  people,
  exchange,
  wholePeople,
  dues,
  counted,
  exportModels,
  bank,
  letters,
  sheets,
  editions,
  printedEditions,
]
