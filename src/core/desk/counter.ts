/**
 * The counter: where every door's visitor stands. It answers the desk's own requests always, and all others through the
 * association that is open, if one is.
 */
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import type { Router } from '@orpc/server'
import { boundRouter, type FaultLog, faultsToStandardError, type Hall, insideClient } from '../binding.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { newOffice, type Office, type OfficeOptions, openOffice } from '../office.ts'
import { makeFolders, realPlace } from '../register/folder.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Door } from '../register/register.ts'
import { makingFailure } from '../register/storage-failure.ts'
import { type Requests, requests } from '../requests.ts'
import type { DeskState, deskRequests } from './desk.requests.ts'
import { associationFolderName } from './folder-name.ts'
import { openKnownFolders } from './known-folders.ts'
import { openPreferences } from './preferences.ts'
import { importSample } from './sample.ts'
import { version } from './version.ts'

export type CounterOptions = {
  readonly door: Door
  readonly by: string
  readonly resources: string
  /** The day of today, `YYYY-MM-DD`. */
  readonly today: () => string
  /** The usual place for associations. */
  readonly home: string
  /** Where the desk remembers which associations it opened. */
  readonly stateFolder: string
  /** Shows the system's folder dialog, where there is one. */
  readonly chooseFolder?: () => Promise<string | undefined>
  /** Where snapshots go; by default beside each association. */
  readonly backups?: string
  readonly now?: () => Date
  readonly faults?: FaultLog
  readonly heartbeat?: () => void
}

export type CounterClient = ContractRouterClient<Requests>

export type Counter = {
  readonly router: Router<Requests, object>
  /** Asks from inside, without transport. */
  readonly client: CounterClient
  /** Opens an association by its path: for the doors themselves, never for a page. The one open before is closed. */
  readonly open: (folder: string) => Promise<DeskState>
  /** Makes an association at a path and opens it; refuses `folderExists`. */
  readonly make: (
    folder: string,
    association: { readonly name: string; readonly sample?: boolean },
  ) => Promise<DeskState>
  readonly close: () => Promise<void>
}

export function openCounter(options: CounterOptions): Counter {
  const known = openKnownFolders(options.home, options.stateFolder)
  const preferences = openPreferences(options.stateFolder)
  const { chooseFolder, home, stateFolder, heartbeat, ...rest } = options
  const officeOptions: OfficeOptions = rest
  const log = options.faults ?? faultsToStandardError
  let office: Office | undefined
  let turn: Promise<unknown> = Promise.resolve()

  /** Opening and closing happen one after another, in the order they were asked. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act)
    turn = mine.catch(() => {})
    return mine
  }

  const state = (): DeskState => ({
    door: options.door,
    version,
    today: options.today(),
    ...(office === undefined
      ? {}
      : { open: { name: readAssociation(office.register).name, folder: office.register.folder } }),
    dialogs: chooseFolder !== undefined,
  })

  /** The new association is open before the old one is left, so that a refusal leaves things as they were. */
  const moveTo = async (next: () => Office): Promise<Office> => {
    const left = office
    const entered = next()
    office = entered
    await left?.close()
    known.remember(entered.register.folder)
    return entered
  }
  const openFolder = (folder: string): Promise<DeskState> =>
    inTurn(async () => {
      const place = realPlace(folder)
      if (office?.register.folder !== place) await moveTo(() => openOffice(place, officeOptions))
      return state()
    })
  const makeFolder: Counter['make'] = (folder, { name, sample = false }) =>
    inTurn(async () => {
      const made = await moveTo(() => newOffice(folder, { name }, officeOptions))
      if (sample) await importSample(made.client, options.resources)
      return state()
    })
  const leave = (): Promise<void> =>
    inTurn(async () => {
      const left = office
      office = undefined
      await left?.close()
    })

  const desk: Answers<typeof deskRequests> = {
    state,
    folders: () => ({ folders: known.list(), home: options.home }),
    create: ({ name, sample }) => {
      try {
        makeFolders(options.home)
      } catch (error) {
        throw makingFailure(error, options.home)
      }
      return makeFolder(join(options.home, associationFolderName(name)), { name, sample })
    },
    open: ({ key }) => {
      const folder = known.find(key)
      if (folder === undefined) throw new Refusal('folderMissing', {}, 'key')
      return openFolder(folder)
    },
    choose: async () => {
      const folder = await chooseFolder?.()
      return folder === undefined ? state() : openFolder(folder)
    },
    close: async () => {
      await leave()
      return state()
    },
    heartbeat: () => {
      heartbeat?.()
      return { alive: true }
    },
    preferences: preferences.read,
    keepPreferences: preferences.keep,
  }

  const { desk: deskRequestsOnly, ...officeOnly } = requests
  const officeHall = (): Hall => {
    if (office === undefined) throw new Refusal('folderNotOpen')
    return office.hall
  }
  /** The desk answers even while an import is under way. */
  const deskHall: Hall = {
    answers: { desk },
    whenFree: async () => {},
    order: (_name, act) => act(),
    follow: (work) => work,
  }
  const router = {
    ...boundRouter({ desk: deskRequestsOnly }, () => deskHall, log),
    ...boundRouter(officeOnly, officeHall, log),
  } as Router<Requests, object>
  return { router, client: insideClient<Requests>(router), open: openFolder, make: makeFolder, close: leave }
}
