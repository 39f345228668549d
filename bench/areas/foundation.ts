/** A spreadsheet becomes a printed directory: the first area, with the goals of its issue. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { officeFlags } from '../../scripts/office-flags.ts'
import { NURSERY } from '../../src/core/papers/thread.ts'
import { type Contender, type Figures, inTurn } from '../measure.ts'
import { type Line, line } from '../table.ts'
import type { Area } from './area.ts'

const TYPST = '@myriaddreamin/typst-ts-node-compiler'
const PDFMAKE = 'pdfmake'

/** Ratios ours / theirs, whole processes. */
const GOALS = { typst: 0.5, pdfmake: 0.3 } as const
/** In ms. */
const FIRST_PAGE = 20
const HOLD = 50
const EXPORT = 2500

export const foundation: Area = async ({ folder, people, rounds, peers, say }) => {
  say(`inventing ${people} people`)
  execFileSync(process.execPath, [join(import.meta.dirname, '../work/content.ts'), String(people), folder])
  const contender = (name: string, work: string): Contender => ({ name, work, arguments: [folder] })
  const figures = await inTurn(
    [
      // Memory as the papers thread has it.
      { ...contender('ours', 'directory-ours.ts'), flags: [`--max-semi-space-size=${NURSERY}`] },
      ...(peers.has(TYPST) ? [contender('Typst', 'directory-typst.ts')] : []),
      ...(peers.has(PDFMAKE) ? [contender('pdfmake', 'directory-pdfmake.ts')] : []),
      { ...contender('office', 'office.ts'), flags: officeFlags },
    ],
    rounds,
    say,
  )
  return [...directoryLines(figures, people), ...officeLines(figures.get('office'), people)]
}

function directoryLines(figures: ReadonlyMap<string, Figures>, people: number): readonly Line[] {
  const ours = figures.get('ours')
  const against = (
    name: string,
    figure: 'wall' | 'processor' | 'memory',
    unit: Line['unit'],
    peer: string,
    goal?: number,
  ): Line => {
    const peerValue = figures.get(peer)?.[figure]
    return line({
      area: 'foundation',
      name,
      value: ours?.[figure] ?? Number.NaN,
      unit,
      peer,
      ...(peerValue === undefined ? {} : { peerValue }),
      ...(goal === undefined ? {} : { goal }),
    })
  }
  const name = `plain directory of ${people}`
  return [
    against(name, 'wall', 'ms', 'Typst', GOALS.typst),
    against(name, 'wall', 'ms', 'pdfmake', GOALS.pdfmake),
    against(`${name}, processor time`, 'processor', 'ms', 'Typst'),
    against(`${name}, processor time`, 'processor', 'ms', 'pdfmake'),
    against(`${name}, memory`, 'memory', 'MB', 'Typst'),
    against(`${name}, memory`, 'memory', 'MB', 'pdfmake'),
  ]
}

/** Figures of the office's own process, each with its goal where there is one. */
function officeLines(office: Figures | undefined, people: number): readonly Line[] {
  const of = (figure: string, name: string, goal?: number): Line =>
    line({
      area: 'foundation',
      name,
      value: office?.[figure] ?? Number.NaN,
      unit: 'ms',
      ...(goal === undefined ? {} : { goal }),
    })
  /** The goal is for the hold; its share of our own tells what is ours on a machine that is busy with other things. */
  const held = (figure: string, name: string): readonly Line[] => [
    of(`${figure} hold`, `${name}: longest hold of the office`, HOLD),
    of(`${figure} computing`, `${name}: longest hold, our own processor time`),
  ]
  return [
    of('import', `import of ${people} rows, CSV, with look and preview`),
    ...held('import', 'import'),
    of('open', 'open the folder'),
    of('first page', 'first page of the list, cold', FIRST_PAGE),
    of('page in the middle', 'page in the middle'),
    of('search p50', 'search as you type, p50'),
    of('search p95', 'search as you type, p95'),
    of('typeset', 'directory through the office, cold'),
    of('typeset again', 'directory through the office, warm'),
    ...held('typeset', 'directory'),
    ...held('typeset again', 'directory, warm'),
    of('export', `XLSX of ${people} rows through the office`, EXPORT),
    ...held('export', 'XLSX'),
  ]
}
