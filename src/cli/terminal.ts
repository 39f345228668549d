/** What leaves for the terminal: answers on standard output, everything else on standard error, nothing that could steer it. */
import type { Progress } from '../core/kit/request.ts'
import { phaseWords } from './phases.ts'
import { type Language, words } from './words.ts'

/**
 * Characters that move the cursor, change colours or turn the direction of what follows: C0 and C1 controls, bidi
 * controls (UAX 9), line and paragraph separators, and what has no width.
 */
const steering =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu

/** A line that may be shown: steering characters become `�`, which says that something was there. */
export const harmless = (text: string): string => text.toWellFormed().replace(steering, '\ufffd')

/** JSON in which steering characters are escaped, so that it may be shown as well as parsed. */
export const harmlessJson = (value: unknown, spaces = 0): string =>
  JSON.stringify(value, null, spaces).replace(steering, (character) =>
    // The line ends that JSON itself lays out are not inside any text.
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

export type Terminal = {
  readonly language: Language
  readonly json: boolean
  /** A line of the answer, on standard output; silent under `--json`. */
  readonly say: (line: string) => void
  /** The whole answer under `--json`. */
  readonly sayJson: (answer: unknown) => void
  /** A message beside the answer, on standard error. */
  readonly tell: (line: string) => void
  readonly progress: (progress: Progress) => void
  /** Lines that are the answer with or without `--json`: a help. */
  readonly show: (lines: readonly string[]) => void
}

export type Outlet = { readonly write: (text: string) => unknown; readonly isTTY?: boolean; readonly columns?: number }

/**
 * Opens the terminal. Progress is a bar where somebody watches, else a plain line for each phase and each tenth of it.
 */
export function openTerminal(
  options: { readonly language: Language; readonly json: boolean },
  out: Outlet = process.stdout,
  beside: Outlet = process.stderr,
): Terminal {
  const { language, json } = options
  let bar = false
  let told = { phase: '', tenth: -1 }

  const clear = () => {
    if (bar) beside.write('\r\u001b[K')
    bar = false
  }
  const tell = (line: string) => {
    clear()
    beside.write(`${harmless(line)}\n`)
  }
  const progress = ({ phase, done, total }: Progress) => {
    const share = total > 0 ? Math.min(done / total, 1) : 0
    const name = harmless(phaseWords(phase, language))
    if (beside.isTTY) {
      const width = Math.max(10, Math.min(30, (beside.columns ?? 80) - name.length - 12))
      const full = Math.round(share * width)
      beside.write(`\r\u001b[K${name} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${Math.round(share * 100)} %`)
      bar = true
      return
    }
    const tenth = Math.floor(share * 10)
    if (phase === told.phase && tenth <= told.tenth) return
    told = { phase, tenth }
    // Nobody knows yet how much there is: the phase alone is news.
    beside.write(total > 0 ? `${name}${words(language).colon}${done}/${total}\n` : `${name}\n`)
  }
  return {
    language,
    json,
    say: (line) => {
      clear()
      if (!json) out.write(`${harmless(line)}\n`)
    },
    sayJson: (answer) => {
      clear()
      if (json) out.write(`${harmlessJson(answer)}\n`)
    },
    tell,
    progress,
    show: (lines) => {
      clear()
      for (const line of lines) out.write(`${harmless(line)}\n`)
    },
  }
}
