/**
 * A long list comes in, then comes again with changes: exchange-import.ts PEOPLE FOLDER. Keeps of each stage its time, the
 * processor time of the whole process, the longest hold of the office's thread, the longest silence between two words of
 * progress, and how long a cancelled one goes on.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inventPeople } from '../../src/core/exchange/invent.ts'
import { finish, type Progress } from '../../src/core/kit/request.ts'
import { newOffice } from '../../src/core/office.ts'
import { sayFigures } from './figures.ts'
import { openProbe } from './zz-watch.ts'

const PIECE = 600_000
const [people = '100000', folder = '.'] = process.argv.slice(2)
const place = mkdtempSync(join(folder, 'import-'))
const figures: Record<string, number> = {}

/** The list, as many columns as an association keeps; `round` changes the telephone and the profession. */
function list(round: number): Buffer {
  const rows = [
    'N° de membre;Civilité;Nom;Prénom;Naissance;Voie;Code postal;Ville;Courriel;Téléphone;Profession;Catégorie;Notes',
  ]
  let at = 0
  for (const contact of inventPeople(Number(people), 1)) {
    at += 1
    const [address] = contact.addresses
    const [civility, name, forename] =
      contact.kind === 'person' ? [contact.civility, contact.lastName, contact.firstName] : ['', contact.name, '']
    const cells = [
      `N${at}`,
      ...[civility, name, forename, `${1930 + (at % 70)}-0${1 + (at % 9)}-1${at % 10}`],
      ...[address?.street ?? '', address?.postcode ?? '', address?.city ?? '', `p${at}@exemple.org`],
      ...[
        `06 ${String(10_000_000 + at * 10 + round).replace(/(..)(?=.)/g, '$1 ')}`,
        round === 0 ? '' : `métier ${at % 90}`,
      ],
      ...[contact.category, 'une note de la liste'],
    ]
    rows.push(cells.map((cell) => cell.replaceAll(/[;"\n]/g, ' ')).join(';'))
  }
  return Buffer.from(`${rows.join('\n')}\n`)
}

const office = newOffice(
  join(place, 'bench.amicale'),
  { name: 'Anciens de la Cité' },
  { door: 'test', by: 'bench', today: () => '2026-03-01', resources: join(import.meta.dirname, '../../resources') },
)
const { exchange } = office.client
type Work<A> = (signal: AbortSignal) => Promise<AsyncIteratorObject<Progress, A, void>>

/** Keeps how long an act takes, and how long it holds the office. */
async function held<A>(name: string, act: () => Promise<A>): Promise<A> {
  await pause(50)
  const probe = openProbe()
  const began = performance.now()
  const used = process.cpuUsage()
  const answer = await act()
  figures[name] = performance.now() - began
  const { user, system } = process.cpuUsage(used)
  figures[`${name} processor`] = (user + system) / 1000
  const { hold, computing } = probe.close()
  figures[`${name} hold`] = hold
  figures[`${name} computing`] = computing
  return answer
}

/** The same of a work that says how far it is. */
const measured = <A>(name: string, work: Work<A>): Promise<A> =>
  held(name, async () => {
    let last = performance.now()
    let silence = 0
    const heard = () => {
      silence = Math.max(silence, performance.now() - last)
      last = performance.now()
    }
    const answer = await finish(await work(new AbortController().signal), heard)
    heard()
    figures[`${name} silence`] = silence
    return answer
  })

/** Stops a work once it is under way, and keeps how long it then goes on, the office being free again included. */
async function cancelled(name: string, work: Work<unknown>, enough: (progress: Progress) => boolean): Promise<void> {
  const stopping = new AbortController()
  let stopped = 0
  try {
    await finish(await work(stopping.signal), (progress) => {
      if (stopped > 0 || !enough(progress)) return
      stopped = performance.now()
      stopping.abort()
    })
  } catch {
    // That is what it was asked.
  }
  await office.register.whenFree()
  figures[`${name} cancel`] = stopped === 0 ? Number.NaN : performance.now() - stopped
}

async function staged(bytes: Buffer): Promise<string> {
  let staging = ''
  for (let at = 0; at < bytes.length; at += PIECE) {
    const chunk = bytes.subarray(at, at + PIECE).toString('base64')
    staging = (await exchange.stage({ name: 'list.csv', chunk, ...(staging === '' ? {} : { staging }) })).staging
  }
  return staging
}

async function bring(name: string, bytes: Buffer, evenIfSweeping: boolean): Promise<number> {
  const staging = await staged(bytes)
  const look = await measured(`${name} look`, (signal) => exchange.look({ staging }, { signal }))
  const mapping = look.columns.map(({ target }) => target)
  const half = ({ done, total }: Progress) => done > total / 2
  await cancelled(`${name} preview`, (signal) => exchange.preview({ staging, mapping }, { signal }), half)
  const { preview, ...foreseen } = await measured(`${name} preview`, (signal) =>
    exchange.preview({ staging, mapping }, { signal }),
  )
  if (foreseen.counts.refused > 0) throw new Error(`${foreseen.counts.refused} lines of the list were refused`)
  const weighing = performance.now()
  await exchange.weigh({ preview, way: 'fill', fields: [] })
  await exchange.weigh({ preview, way: 'update', fields: [] })
  figures[`${name} weigh`] = (performance.now() - weighing) / 2
  const options = { preview, leaveRefused: true, evenIfSweeping }
  await cancelled(
    `${name} import`,
    (signal) => exchange.import(options, { signal }),
    ({ phase, done }) => phase === 'importing' && done > 0,
  )
  const { act } = await measured(`${name} import`, (signal) => exchange.import(options, { signal }))
  figures[name] = ['look', 'preview', 'import'].reduce((sum, stage) => sum + (figures[`${name} ${stage}`] ?? 0), 0)
  return act
}

await bring('first', list(0), false)
const act = await bring('again', list(1), true)
await held('undo', () => office.client.history.undo({ act }))
await office.close()
rmSync(place, { recursive: true })
sayFigures(figures)
