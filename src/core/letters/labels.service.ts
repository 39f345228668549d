/** The answers about labels and envelopes: planned as letters are, by post alone. */
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers, WorkDesk } from '../kit/request.ts'
import type { ContactFilter } from '../people/people.requests.ts'
import { peopleStore } from '../people/people.store.ts'
import type { Register } from '../register/register.ts'
import { cellsOf } from '../sheets/sheets.rules.ts'
import { sheetsStore } from '../sheets/sheets.store.ts'
import { type LabelPiece, labelsJob } from './labels.job.ts'
import type { LabelsReport, labelsRequests } from './labels.requests.ts'
import type { Plan } from './letter-plan.ts'
import { letterRuns, mostLines, whomReached } from './letter-run.ts'
import { letterheadStore } from './letterhead.store.ts'

/** Labels sent to the papers thread at a time. */
const atOnce = 500

const words = {
  fr: { labels: 'Étiquettes', envelopes: 'Enveloppes' },
  en: { labels: 'Labels', envelopes: 'Envelopes' },
} as const

export function labelsAnswers(register: Register, papers: Papers): Answers<typeof labelsRequests> {
  const people = peopleStore(register)
  const runs = letterRuns(register, papers)
  const letterhead = letterheadStore(register)
  const sheets = sheetsStore(register)

  type Whom = { readonly filter: ContactFilter; readonly byHousehold: boolean; readonly preferEmail: boolean }
  /** The dead are asked for too, so that they can be named among those left out. */
  const planned = async ({ filter, byHousehold, preferEmail }: Whom, desk: WorkDesk): Promise<Plan> => {
    await register.whenFree()
    const ids = await people.idsFound({ ...filter, deceased: true })
    const { letters, unreached } = await runs.plan(
      ids,
      { by: 'post', otherwise: false, byHousehold, preferEmail },
      desk,
    )
    return {
      letters: letters.filter(({ channel }) => channel === 'post'),
      unreached: [
        ...unreached,
        ...letters.flatMap(({ channel, contacts, name }) =>
          channel === 'post' ? [] : contacts.map((id) => ({ id, name, why: 'byEmail' as const })),
        ),
      ].map((one) => (one.why === 'noEmail' ? { ...one, why: 'byEmail' as const } : one)),
    }
  }
  const reportOf = (plan: Plan): LabelsReport => ({ labels: plan.letters.length, ...whomReached(plan), tooLong: [] })

  return {
    look: async (whom, desk) => reportOf(await planned(whom, desk)),
    print: async ({ format: code, first, offset, sender, proof, about, ...whom }, desk) => {
      const format = sheets.formatFrom(code, first)
      const plan = await planned(whom, desk)
      if (plan.letters.length === 0) throw new Refusal('nothingToPrint')
      const letters = proof ? plan.letters.slice(0, cellsOf(format) - first + 1) : plan.letters
      const { association, language, day, address } = letterhead.head(register.today())
      const title = words[language][format.use === 'envelopes' ? 'envelopes' : 'labels']
      function* pieces(): Generator<readonly LabelPiece[]> {
        for (let from = 0; from < letters.length; from += atOnce)
          yield letters
            .slice(from, from + atOnce)
            .map(({ contacts, name, envelope }) => ({ contact: contacts[0] ?? 0, name, lines: envelope }))
      }
      const head = { association, language, day, title, format, first, offset, labels: letters.length }
      const { bytes, report } = await papers.make(
        labelsJob,
        { ...head, sender: sender ? [association, ...address] : [] },
        pieces(),
        desk,
      )
      const noted = { kind: 'labels', request: 'labels.print', text: { subject: about, body: '' } } as const
      const mailing = about === '' || proof ? 0 : await runs.note(plan.letters, noted, desk)
      const file = papers.keep(fileName([title, format.code, day], 'pdf'), 'application/pdf', bytes)
      return {
        file,
        report: {
          ...reportOf(plan),
          ...{ pages: report.pages, tooLong: report.tooLong.slice(0, mostLines) },
          missing: report.missing.slice(0, mostLines),
        },
        mailing,
      }
    },
  }
}
