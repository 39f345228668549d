/** What a fault test found, for `npm run test:faults`: a line of JSON in the file that `AMICALE_FAULTS` names, if any. */
import { appendFileSync } from 'node:fs'

/** The long run tries ten times as often; a test's time limit follows. */
export const times = process.env.AMICALE_LONG ? 10 : 1

export type FaultFinding = {
  /** The row of the reliability plan. */
  readonly id: string
  /** How often the fault was made, and how often something was lost by it. */
  readonly tries?: number
  readonly lost?: number
  /** What the same kills took from a program that does it wrong: without it, `lost: 0` proves nothing. */
  readonly control?: number
}

export function faultFound(finding: FaultFinding): void {
  if (process.env.AMICALE_FAULTS) appendFileSync(process.env.AMICALE_FAULTS, `${JSON.stringify(finding)}\n`)
}
