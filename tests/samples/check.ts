/**
 * `npm run samples:check [-- KIND ... | PART-OF-A-NAME ...] [--json]`: what each sample gave, beside what it should.
 * Ends with 1 when something differs, 2 when there is nothing to read.
 */
import { parseArgs } from 'node:util'
import { runSamples, type Verdict } from './run-samples.ts'
import { everyKind, samplesFolder, samplesOf } from './samples.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
})
const isKind = (word: string) => everyKind.some((kind) => kind === word || kind.startsWith(`${word}-`))
const wanted = everyKind.filter(
  (kind) => !positionals.some(isKind) || positionals.some((word) => kind === word || kind.startsWith(`${word}-`)),
)
const parts = positionals.filter((word) => !isKind(word))
const samples = samplesOf(wanted).filter(({ file }) => parts.length === 0 || parts.some((part) => file.includes(part)))
if (samples.length === 0) {
  console.error(`No sample to read in ${samplesFolder}`)
  process.exit(2)
}

const row = ({ result, file, words, unwritten, computing, memory }: Verdict): string =>
  `${result.padEnd(8)} ${file}: ${words}${unwritten ? ' (unwritten)' : ''} [${Math.round(computing)} ms, ${Math.round(memory)} MB]`

const verdicts = await runSamples(samples, (verdict) => {
  if (values.json) return
  console.log(row(verdict))
  for (const words of verdict.differences) console.log(`           ${words}`)
})

const count = (of: readonly Verdict[], result: Verdict['result']) =>
  of.filter((verdict) => verdict.result === result).length
const totals = wanted.map((kind) => {
  const of = verdicts.filter((verdict) => verdict.kind === kind)
  return {
    kind,
    files: of.length,
    pass: count(of, 'pass'),
    differs: count(of, 'differs'),
    refused: count(of, 'refused'),
    bounded: count(of, 'bounded'),
    unwritten: of.filter(({ unwritten }) => unwritten).length,
  }
})

if (values.json) console.log(JSON.stringify({ totals, files: verdicts }, null, 1))
else {
  console.table(Object.fromEntries(totals.map(({ kind, ...figures }) => [kind, figures])))
  console.log('refused, bounded: nothing is written of them; unwritten: the list says more than we compare')
}
process.exitCode = verdicts.some(({ result }) => result === 'differs') ? 1 : 0
