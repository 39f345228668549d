/** The day of today where this computer stands. */
import { readFileSync, readlinkSync } from 'node:fs'

/**
 * The computer's own time zone. Not that of the variable TZ: the same folder on the same evening must give the same
 * bytes whoever calls. Falls back on UTC where nothing tells.
 */
function computerZone(): string | undefined {
  if (process.platform === 'win32') return undefined
  const zone = /\/zoneinfo\/(?:posix\/|right\/)?([A-Za-z0-9_+/-]+)$/
  try {
    return zone.exec(readlinkSync('/etc/localtime'))?.[1] ?? 'UTC'
  } catch {
    // Not a link, or not there.
  }
  try {
    return readFileSync('/etc/timezone', 'utf8').trim() || 'UTC'
  } catch {
    return 'UTC'
  }
}

/** Today, `YYYY-MM-DD`. The variable `AMICALE_TODAY` says otherwise, for tests and to print an edition again. */
export function computerToday(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const said = env.AMICALE_TODAY
  if (said !== undefined && /^\d{4}-\d\d-\d\d$/.test(said)) return said
  const now = new Date()
  const timeZone = computerZone()
  try {
    return new Intl.DateTimeFormat('sv-SE', {
      ...(timeZone === undefined ? {} : { timeZone }),
      dateStyle: 'short',
    }).format(now)
  } catch {
    return now.toISOString().slice(0, 10)
  }
}
