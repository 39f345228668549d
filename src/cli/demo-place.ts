/** Where a demonstration goes: made aside, then put in the place of the former one, which is given up to nothing else. */
import { randomBytes } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../core/kit/refusal.ts'
import { makeFolders, realPlace } from '../core/register/folder.ts'
import { usualPlaces } from '../web/places.ts'
import { UsageFailure } from './command.ts'
import { atCounter, atFolder, type CounterClient } from './counter.ts'
import { refuseInside, writingRefusal } from './files.ts'
import type { Words } from './words.ts'

/** The columns of the sample that became dues by an act of their own, in demonstrations of former versions. */
export const demoDues = ['Cotisation 2024', 'Cotisation 2025', 'Cotisation 2026']
/** What the treasurer of a demonstration does, the latest first. */
const treasurersActs = [
  ...(['receipts.issue', 'reminders.write', 'letters.setLetterhead', 'dues.ask', 'dues.setRates'] as const),
] as const
/** What a demonstration makes; a folder with anything else in it is somebody's. */
export const demoNames = {
  association: 'Cité de Valcreuse.amicale',
  directory: 'annuaire.pdf',
  booklet: 'annuaire-livret.pdf',
  list: 'membres.xlsx',
  reminders: 'relances.pdf',
  receipts: 'attestations.pdf',
  cards: 'cartes.pdf',
} as const
export const demoAssociation = 'Association des Anciens et Amis de la Cité de Valcreuse'

/** The paper of the demonstration: an address and an account that are nobody's. */
export const demoLetterhead = {
  ...{ address: '3, place du Beffroi\n99123 Valcreuse', reach: 'tresorerie@valcreuse.example', place: 'Valcreuse' },
  ...{ legal: 'Association loi 1901', signatory: 'Odile Vernier', quality: 'La trésorière' },
  ...{ email: 'tresorerie@valcreuse.example', iban: 'FR7630006000011234567890189', bic: '' },
  window: 'any' as const,
} as const

const ours: readonly string[] = [...Object.values(demoNames), 'Cité de Valcreuse backups']
/** The folder a demonstration is made in, or was when the computer stopped. */
const nurseryName = /^\.demo\.[0-9a-f]{12}\.new$/

type Making<T> = {
  readonly out: string
  /** Name of the list that a demonstration imports. */
  readonly sample: string
  readonly signal: AbortSignal
  readonly say: Words
  /** Makes the demonstration in a folder that is thrown away unless all of it is there. */
  readonly make: (nursery: string, state: string) => Promise<T>
}

/**
 * Makes a demonstration in `out`. The former one is held meanwhile, so that no other door is in it (`folderInUse`), and
 * is refused when anybody worked in it. Whatever goes wrong, what was there is there, and nothing else.
 */
export async function makeDemo<T>(making: Making<T>): Promise<T> {
  const out = realPlace(making.out)
  const former = join(out, demoNames.association)
  refuseForeign(out, making.say)
  const finished = existsSync(former)
    ? await atCounter(async (counter) => {
        await counter.open(former)
        await refuseLived(counter.client, former, making)
        return await makeAside(out, making, counter.close)
      })
    : await makeAside(out, making, async () => {})
  // The list of known associations learns where it is.
  await atFolder(former, async () => {})
  return finished
}

async function makeAside<T>(out: string, making: Making<T>, letGo: () => Promise<void>): Promise<T> {
  const nursery = join(out, `.demo.${randomBytes(6).toString('hex')}.new`)
  const state = join(nursery, 'state')
  const missing = missingFolders(out)
  try {
    try {
      makeFolders(out)
      mkdirSync(nursery, { mode: 0o700 })
    } catch (error) {
      throw writingRefusal(error, out)
    }
    const finished = await making.make(nursery, state)
    if (making.signal.aborted) throw new Refusal('cancelled')
    await letGo()
    await putInPlace(out, nursery, (moved) =>
      atCounter(
        async (counter) => {
          await counter.open(moved)
          await refuseLived(counter.client, moved, making)
        },
        { ...usualPlaces(), stateFolder: state },
      ),
    )
    return finished
  } finally {
    rmSync(nursery, { recursive: true, force: true })
    removeEmpty(missing)
  }
}

/** Moves the former demonstration aside, looks at it once more where nobody finds it, and moves the new one in. */
async function putInPlace(out: string, nursery: string, look: (moved: string) => Promise<void>): Promise<void> {
  const aside = join(nursery, 'former')
  const moved: [from: string, to: string][] = []
  const move = (from: string, to: string) => {
    renameSync(from, to)
    moved.push([from, to])
  }
  try {
    mkdirSync(aside)
    for (const name of ours) if (existsSync(join(out, name))) move(join(out, name), join(aside, name))
    // Somebody may have come in between the letting go and the moving.
    const association = join(aside, demoNames.association)
    if (existsSync(association)) await look(association)
    for (const name of Object.values(demoNames)) move(join(nursery, name), join(out, name))
  } catch (error) {
    for (const [from, to] of moved.reverse()) renameSync(to, from)
    throw writingRefusal(error, out)
  }
}

/** Refuses a place that is no folder, that is an association's own, or that holds anything but a demonstration. */
function refuseForeign(out: string, say: Words): void {
  try {
    const facts = statSync(out, { throwIfNoEntry: false })
    if (facts === undefined) {
      // A link to nowhere is somebody's.
      if (lstatSync(out, { throwIfNoEntry: false }) !== undefined) throw new Refusal('outputExists', { file: out })
      refuseInside(dirname(missingFolders(out)[0] ?? out))
      return
    }
    if (!facts.isDirectory()) throw new Refusal('outputExists', { file: out })
    if (readdirSync(out).some((name) => !ours.includes(name) && !nurseryName.test(name))) {
      throw new UsageFailure(say.demoForeign(out))
    }
    refuseInside(out)
  } catch (error) {
    throw writingRefusal(error, out)
  }
}

/** Refuses an association in which anything was done after the demonstration, or that is no demonstration. */
async function refuseLived(client: CounterClient, folder: string, { say, sample }: Making<unknown>): Promise<void> {
  const begun = [`exchange.import ${sample}`, 'consents.setDefaults ', `association.new ${demoAssociation}`]
  // The treasurer's acts are known by their names: what they are about changes from year to year.
  const lives = [
    [...treasurersActs, ...begun],
    [`dues.takeOver ${demoDues.join(', ')}`, ...begun],
  ]
  const { acts } = await client.history.list({ limit: treasurersActs.length + begun.length + 1 })
  const done = acts.map(({ name, subject }) =>
    treasurersActs.some((known) => known === name) ? name : `${name} ${subject}`,
  )
  // A demonstration that was stopped halfway by a former version has its first act alone.
  const untouched = done.length > 0 && lives.some((life) => done.join('\n') === life.slice(-done.length).join('\n'))
  const editions = join(folder, 'editions')
  const kept = existsSync(editions) && readdirSync(editions).length > 0
  if (!untouched || kept) throw new UsageFailure(say.demoLived(folder))
}

/** The folders of a path that are not there yet, the outermost first. */
function missingFolders(path: string): readonly string[] {
  if (existsSync(path) || dirname(path) === path) return []
  return [...missingFolders(dirname(path)), path]
}

/** Takes away the folders made for nothing, from the innermost, as long as they are empty. */
function removeEmpty(folders: readonly string[]): void {
  try {
    for (const folder of folders.toReversed()) rmdirSync(folder)
  } catch {
    // Not empty: the demonstration is in it. Not there: it could not be made.
  }
}
