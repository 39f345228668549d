/** What an area of the benchmark is. */
import type { Line } from '../table.ts'

export type Ground = {
  /** A folder that is emptied afterwards. */
  readonly folder: string
  readonly people: number
  readonly rounds: number
  /** Peers that can be run. */
  readonly peers: ReadonlySet<string>
  readonly say: (text: string) => void
}

export type Area = (ground: Ground) => Promise<readonly Line[]>
