/** The register: one association folder, opened whole or refused untouched. */
import { randomBytes, randomUUID } from 'node:crypto'
import { accessSync, constants, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import Sqlite, { type Database, type Statement } from 'better-sqlite3'
import { Refusal } from '../kit/refusal.ts'
import type { WorkDesk } from '../kit/request.ts'
import { fold } from '../kit/text.ts'
import { type Acts, openActs } from './acts.ts'
import {
  type FolderPaths,
  folderPaths,
  makeFolders,
  makePrivateAgain,
  makePrivateFile,
  makePrivateFolder,
  realPlace,
  syncFolder,
  usualBackups,
} from './folder.ts'
import { readHeader } from './header.ts'
import { undoneBy } from './later-acts.ts'
import { type Door, type FolderLock, takeLock } from './lock.ts'
import { isSoundAtFirst, isSoundLater, sizeOf, smallEnough } from './look-later.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations/migration.ts'
import { migrations as ourMigrations } from './migrations/migrations.ts'
import { applicationId, setPragmas, widenCache } from './pragmas.ts'
import { lookOver, ordinaryTables } from './row-counts.ts'
import { newestVersion, runSteps, shapeDifferences, undoRules } from './schema.ts'
import { makingFailure, storageFailure } from './storage-failure.ts'
import { type AfterUndo, type BeforeUndo, contactsOfAct, undoSteps } from './undo.ts'

export type { Door } from './lock.ts'

export type OpenOptions = {
  readonly door: Door
  /** Who acts, as the journal names them. */
  readonly by: string
  /** The day of today, `YYYY-MM-DD`. */
  readonly today: () => string
  readonly now?: () => Date
  /** Where snapshots go; by default `NAME backups` beside the folder. */
  readonly backups?: string
  /** Other migrations than ours, for the tests of the runner. */
  readonly migrations?: readonly Migration[]
}

export type Register = Pick<Acts, 'order' | 'orderInSlices' | 'subject' | 'whenFree' | 'changeCount'> & {
  readonly folder: string
  /** A statement prepared once per text. Writes only inside an order: the journal refuses them elsewhere. */
  readonly prepare: (sql: string) => Statement<unknown[]>
  readonly today: () => string
  /** Undoes an act, as an act of its own in slices; answers its number. Refuses as `undoSteps` does. */
  readonly undo: (act: number, desk: WorkDesk) => Promise<number>
  /** The act that undid this one and still stands. */
  readonly undoneBy: (act: number) => number | undefined
  /** Calls at the beginning of each undo, inside its act, in steps: for what is quicker taken apart than followed. */
  readonly beforeUndo: (listener: BeforeUndo) => void
  /** Calls at the end of each undo, inside its act, so that what is computed from the facts follows, in steps. */
  readonly afterUndo: (listener: AfterUndo) => void
  /** Tables that hold facts, the journal's own included. */
  readonly tables: () => readonly string[]
  /** What SQLite finds wrong with a table and its indexes, and how many of its rows refer to nothing. */
  readonly lookOver: (table: string) => { readonly integrity: readonly string[]; readonly foreignKeys: number }
  /**
   * Looks at what a large register was opened without: in the background, a few milliseconds at a time. From the moment
   * damage is found orders are refused (`folderDamaged`); what can still be read is answered.
   */
  readonly lookLater: () => Promise<void>
  /** Migrations the register went through. */
  readonly version: () => number
  readonly close: () => void
}

/** Folders open in this process, by their real place: SQLite's file locks do not hold between connections of one process. */
const openHere = new Set<string>()

/** Makes an association's folder and opens it. Refuses `folderExists`; after a crash there is a whole folder or none. */
export function newRegister(
  folder: string,
  association: { readonly name: string; readonly language?: 'fr' | 'en' },
  options: OpenOptions,
): Register {
  const place = resolve(folder)
  if (existsSync(place)) {
    throw new Refusal('folderExists', { folder: place })
  }
  const nursery = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.new`)
  try {
    makeFolders(dirname(place))
    const paths = folderPaths(nursery)
    for (const path of [nursery, paths.documents, paths.editions]) makePrivateFolder(path)
    makePrivateFile(paths.register)
    makePrivateFile(paths.lock)
    const database = new Sqlite(paths.register, { fileMustExist: true })
    try {
      setPragmas(database)
      const migrations = options.migrations ?? ourMigrations
      database.exec('BEGIN EXCLUSIVE')
      database.pragma(`application_id = ${applicationId}`)
      runSteps(database, migrations, 0)
      database.pragma(`user_version = ${newestVersion(migrations)}`)
      database.exec('COMMIT')
      const acts = openActs(database, nursery, (sql) => database.prepare(sql), {
        by: options.by,
        now: options.now ?? (() => new Date()),
      })
      acts.order('association.new', association.name, () =>
        database
          .prepare('INSERT INTO association (id, uuid, name, language) VALUES (1, ?, ?, ?)')
          .run(randomUUID(), association.name, association.language ?? 'fr'),
      )
    } finally {
      database.close()
    }
    syncFolder(nursery)
    renameSync(nursery, place)
    syncFolder(dirname(place))
  } catch (error) {
    try {
      rmSync(nursery, { recursive: true, force: true })
    } catch {
      // What could not be made cannot always be cleared; the first failure is the one to tell.
    }
    throw makingFailure(error, place)
  }
  return openRegister(place, options)
}

/**
 * Opens an association's folder, for this door alone.
 *
 * Refuses `folderMissing`, `folderUnreadable`, `folderForeign`, `folderFromTheFuture`, `folderReadOnly`, `folderInUse`, `folderDamaged`; a refused
 * register has kept every byte. A register made by an older version is migrated, after a snapshot.
 */
export function openRegister(folder: string, options: OpenOptions): Register {
  const place = realPlace(folder)
  const migrations = options.migrations ?? ourMigrations
  const paths = folderPaths(place)
  const now = options.now ?? (() => new Date())
  if (openHere.has(place))
    throw new Refusal('folderInUse', { folder: place, holder: 'amicale', door: options.door, by: options.by })
  let lock: FolderLock | undefined
  let database: Database | undefined
  try {
    readHeader(paths, newestVersion(migrations))
    refuseReadOnly(paths)
    lock = takeLock(paths, { door: options.door, by: options.by, now })
    // Read again: the file may have changed between the first look and the lock.
    const { version } = readHeader(paths, newestVersion(migrations))
    database = new Sqlite(paths.register, { fileMustExist: true })
    setPragmas(database)
    lendFunctions(database)
    const whole = version !== newestVersion(migrations) || sizeOf(database) <= smallEnough
    refuseDamage(database, place, migrations, version, whole)
    const narrow = widenCache(database)
    migrate(database, { folder: place, backups: options.backups ?? usualBackups(place), migrations, version, now })
    narrow()
    lock.sign()
    makePrivateAgain(paths)
  } catch (error) {
    database?.close()
    lock?.release()
    throw storageFailure(error, place)
  }
  openHere.add(place)
  return openedRegister(place, database, lock, { ...options, now })
}

/** Texts folded as we do it, for what is compared inside SQL; as written where nothing is left. No schema may call it. */
function lendFunctions(database: Database): void {
  // Several criteria ask about the same few texts of a contact, one after the other.
  const met = new Map<string, string>()
  database.function('folded', { deterministic: true, directOnly: true }, (text: unknown) => {
    if (typeof text !== 'string') return ''
    const known = met.get(text)
    if (known !== undefined) return known
    if (met.size >= 32) met.clear()
    const folded = fold(text) || text
    met.set(text, folded)
    return folded
  })
}

/** SQLite opens a protected folder without a word and fails at the first writing only: asked beforehand. */
function refuseReadOnly(paths: FolderPaths): void {
  for (const path of [paths.folder, paths.register, paths.lock]) {
    if (existsSync(path)) accessSync(path, constants.W_OK)
  }
}

/** `whole`: every page is checked; else what must be sound at first, and the rest once it is open (`lookLater`). */
function refuseDamage(
  database: Database,
  folder: string,
  migrations: readonly Migration[],
  version: number,
  whole: boolean,
): void {
  const differences = shapeDifferences(database, migrations, version)
  if (differences.length > 0) {
    throw new Refusal('folderDamaged', { folder, what: 'shape', differences: differences.slice(0, 5).join(', ') })
  }
  const sound = whole ? database.pragma('quick_check(5)', { simple: true }) === 'ok' : isSoundAtFirst(database)
  if (!sound) throw new Refusal('folderDamaged', { folder, what: 'pages' })
}

/** Keeps one statement per text and per form of its rows: a form set on a shared one would reach all who ask with the same words. */
function keptStatements(database: Database): (sql: string) => Statement<unknown[]> {
  const forms = {
    rows: new Map<string, Statement<unknown[]>>(),
    pluck: new Map<string, Statement<unknown[]>>(),
    raw: new Map<string, Statement<unknown[]>>(),
  }
  const kept = (sql: string, form: keyof typeof forms): Statement<unknown[]> => {
    const found = forms[form].get(sql)
    if (found !== undefined) return found
    const statement = database.prepare<unknown[]>(sql)
    forms[form].set(sql, statement)
    if (form !== 'rows') return statement[form]()
    statement.pluck = () => kept(sql, 'pluck')
    statement.raw = () => kept(sql, 'raw')
    return statement
  }
  return (sql) => kept(sql, 'rows')
}

function openedRegister(
  folder: string,
  database: Database,
  lock: FolderLock,
  options: OpenOptions & { now: () => Date },
): Register {
  const prepare = keptStatements(database)
  const rules = undoRules(options.migrations ?? ourMigrations)
  const beforehand: BeforeUndo[] = []
  const listeners: AfterUndo[] = []
  const acts = openActs(database, folder, (sql) => database.prepare<unknown[]>(sql), {
    by: options.by,
    now: options.now,
  })
  function* undoingSteps(act: number): Generator<{ done: number; total: number }, void> {
    acts.undoes(act)
    const contacts = beforehand.length === 0 ? [] : yield* contactsOfAct(prepare, act)
    for (const listener of beforehand) yield* listener(contacts)
    const undone = yield* undoSteps(database, prepare, rules, act)
    acts.subject(undone.subject)
    for (const listener of listeners) yield* listener(undone)
  }
  let damaged = false
  const refuseDamaged = (): void => {
    if (damaged) throw new Refusal('folderDamaged', { folder, what: 'pages' })
  }
  return {
    folder,
    prepare,
    order: (name, subject, act) => {
      refuseDamaged()
      return acts.order(name, subject, act)
    },
    orderInSlices: async (name, subject, act, desk, phase, whenEmpty) => {
      refuseDamaged()
      return acts.orderInSlices(name, subject, act, desk, phase, whenEmpty)
    },
    lookLater: async () => {
      if (sizeOf(database) <= smallEnough) return
      damaged = !(await isSoundLater(database, acts.whenFree))
    },
    subject: acts.subject,
    whenFree: acts.whenFree,
    changeCount: acts.changeCount,
    today: options.today,
    undo: async (act, desk) => {
      const undoing = await acts.orderInSlices('history.undo', '', () => undoingSteps(act), desk, 'undoing')
      return undoing.act
    },
    undoneBy: (act) => undoneBy(prepare, act),
    beforeUndo: (listener) => {
      beforehand.push(listener)
    },
    afterUndo: (listener) => {
      listeners.push(listener)
    },
    tables: () => ordinaryTables(database),
    lookOver: (table) => lookOver(database, table),
    version: () => Number(database.pragma('user_version', { simple: true })),
    close: () => {
      if (!database.open) return
      database.close()
      lock.release()
      openHere.delete(folder)
    },
  }
}
