/**
 * How the right window, and nobody else, comes to hold the token.
 *
 * A file that only this user can read holds a pass. The browser opens it, the file posts the pass to the server, and
 * the answer carries the token, which the page keeps in its `sessionStorage`. The pass is good once and the file goes
 * at its first use: neither is ever in an argument list, an address, a cookie or a browsing history.
 */
import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../core/kit/refusal.ts'
import { tokenKey } from '../preload/bridge.ts'
import { startTarget } from './guards.ts'

export type StartFile = {
  readonly path: string
  /** Private place (0700) for the browser's profile. */
  readonly folder: string
  readonly used: () => void
  /** Removes the whole run folder. */
  readonly clear: () => void
}

/** Writes the start file (0600) in a run folder of its own (0700). Refuses `outputUnwritable` where none can be made. */
export function writeStartFile(origin: string, pass: string): StartFile {
  const folder = runFolder()
  const path = join(folder, 'start.html')
  writeFileSync(path, startPage(origin, pass), { mode: 0o600, flag: 'wx' })
  return {
    path,
    folder,
    used: () => {
      try {
        unlinkSync(path)
      } catch {
        // Already gone: its user removed it, or it was used before.
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  }
}

function runFolder(): string {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'amicale-'))
    chmodSync(folder, 0o700)
    return folder
  } catch {
    throw new Refusal('outputUnwritable', { folder: tmpdir() })
  }
}

const sendScript = 'document.forms[0].submit()'

function startPage(origin: string, pass: string): string {
  const hash = createHash('sha256').update(sendScript).digest('base64')
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; form-action ${origin}`
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<title>Amicale</title>
<form method="post" action="${origin}${startTarget}">
<input type="hidden" name="pass" value="${pass}">
<noscript><button>Ouvrir Amicale</button></noscript>
</form>
<script>${sendScript}</script>
</html>
`
}

export const arrivalScriptPath = '/arrival.js'

/** Answers the start file: the token, for one page, once. */
export const arrivalPage = (token: string): string => `<!doctype html>
<meta charset="utf-8"><title>Amicale</title><meta name="amicale-token" content="${token}">
<script src="${arrivalScriptPath}"></script>
`

/** Keeps the token and goes on to the page, leaving no way back here. */
export const arrivalScript = `sessionStorage.setItem('${tokenKey}', document.querySelector('meta[name=amicale-token]').content)
location.replace('/')
`
