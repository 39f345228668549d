/** What may be asked at the desk, before and around an open association: which folder, and is the window still there. */
import { z } from 'zod'
import { deskAct, line, nothing, question } from '../kit/request.ts'

export type DeskState = {
  readonly door: 'electron' | 'browser' | 'command' | 'test'
  readonly version: string
  /** Day of today, as the office counts it. */
  readonly today: string
  /** The association that is open. */
  readonly open?: { readonly name: string; readonly folder: string }
  /** True where the desk can show the system's folder dialog. */
  readonly dialogs: boolean
}

/** An association the desk knows of: in the usual place, or opened before. Paths are shown, never accepted. */
export type KnownFolder = {
  readonly key: string
  readonly name: string
  readonly folder: string
  /** ISO 8601 instant of the last change. */
  readonly changed: string
}

/** Belongs to the person and this computer, not to an association. */
export const preferences = z.strictObject({
  language: z.enum(['fr', 'en']).optional(),
  density: z.enum(['comfortable', 'compact']).optional(),
  colours: z.enum(['auto', 'light', 'dark']).optional(),
})
export type Preferences = z.output<typeof preferences>

export const deskRequests = {
  state: question<DeskState>()(nothing),
  /** `home`: the usual place, where `create` makes a folder. */
  folders: question<{ readonly folders: readonly KnownFolder[]; readonly home: string }>()(nothing),
  /** Makes an association in the usual place and opens it. */
  create: deskAct<DeskState>()(
    z.strictObject({ name: line(200).refine((name) => name.length > 0), sample: z.boolean().default(false) }),
  ),
  /** Opens a folder of the list by its key. */
  open: deskAct<DeskState>()(z.strictObject({ key: z.string().regex(/^[a-f0-9]{16}$/) })),
  /** Lets the secretary choose a folder in the system's dialog; answers the state unchanged when they give up. */
  choose: deskAct<DeskState>()(nothing),
  close: deskAct<DeskState>()(nothing),
  /** The window is still there. */
  heartbeat: deskAct<{ readonly alive: true }>()(nothing),
  /** What the person at this computer likes; what they never chose is absent. */
  preferences: question<Preferences>()(nothing),
  /** Keeps what is given, leaves the rest; answers all of it. Lost in silence where nothing can be kept. */
  keepPreferences: deskAct<Preferences>()(preferences),
}
