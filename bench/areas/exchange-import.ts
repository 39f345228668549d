/** A list of 100,000 lines comes in with its preview, then again with two columns changed, which is undone. The goals are those of its issue. */
import { officeFlags } from '../../scripts/office-flags.ts'
import { inTurn } from '../measure.ts'
import { type Line, line } from '../table.ts'
import type { Area } from './area.ts'

/** The goal is for as many, however many people the other areas are asked for. */
const LINES = 100_000
/** In ms. */
const WHOLE = 60_000
const HOLD = 50
const SILENCE = 1000
const CANCEL = 200

export const exchangeImport: Area = async ({ folder, people, rounds, say }) => {
  // Fewer are for trying the area itself.
  const lines = people < 1000 ? people : LINES
  const work = { name: 'import', work: 'exchange-import.ts', arguments: [String(lines), folder], flags: officeFlags }
  const figures = (await inTurn([work], rounds, say)).get('import')
  const of = (figure: string, name: string, goal?: number, unit: Line['unit'] = 'ms'): Line =>
    line({
      area: 'exchange',
      name,
      value: figures?.[figure] ?? Number.NaN,
      unit,
      ...(goal === undefined ? {} : { goal }),
    })
  const held = (figure: string, name: string): readonly Line[] => [
    of(figure, name),
    of(`${figure} processor`, `${name}, processor time`),
    of(`${figure} hold`, `${name}: longest hold of the office`, HOLD),
    of(`${figure} computing`, `${name}: longest hold, our own processor time`),
  ]
  const stage = (figure: string, name: string): readonly Line[] => [
    ...held(figure, name),
    of(`${figure} silence`, `${name}: longest without a word of progress`, SILENCE),
  ]
  return [
    of('first', `import of ${lines} lines, look and preview included`, WHOLE),
    ...stage('first preview', 'preview'),
    of('first preview cancel', 'preview: until it has stopped', CANCEL),
    ...stage('first import', 'import'),
    of('first import cancel', 'import: until it has stopped', CANCEL),
    of('again', 'the same list again, two columns changed'),
    ...stage('again preview', 'preview of changes'),
    of('again weigh', 'what is done with records that exist, weighed again', HOLD),
    ...stage('again import', 'import of changes'),
    ...held('undo', 'undo of the import of changes'),
    of('memory', 'largest memory of the office', undefined, 'MB'),
  ]
}
