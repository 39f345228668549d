/** The answers about what membership gives on paper: lists to print or to compute with, cards. */
import { setImmediate as giveBack } from 'node:timers/promises'
import { duesStore, refuseNoDay } from '../dues/dues.store.ts'
import { rowsJob } from '../exchange/export.job.ts'
import { exportFormats } from '../exchange/export.requests.ts'
import { fileName } from '../kit/file-name.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers } from '../kit/request.ts'
import { letterheadStore } from '../letters/letterhead.store.ts'
import { rollJob } from '../letters/roll.job.ts'
import { dayInWords } from '../people/day.rules.ts'
import { addresseeOf } from '../people/households/addressee.rules.ts'
import { peopleStore } from '../people/people.store.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import { cellsOf } from '../sheets/sheets.rules.ts'
import { sheetsStore } from '../sheets/sheets.store.ts'
import { type CardPiece, cardsJob } from './cards.job.ts'
import { cardWords } from './cards-words.ts'
import { type membershipRequests, smallestCard } from './membership.requests.ts'
import { membershipStore } from './membership.store.ts'
import { rollWords } from './roll-words.ts'

/** Rows, or people, handed over at a time. */
const atOnce = 200
/** Lines of a report that travel back. */
const mostLines = 1000

export function membershipAnswers(register: Register, papers: Papers): Answers<typeof membershipRequests> {
  const store = membershipStore(register)
  const dues = duesStore(register)
  const people = peopleStore(register)
  const letterhead = letterheadStore(register)
  const sheets = sheetsStore(register)

  return {
    roll: async ({ offset, limit, ...asked }) => {
      dues.year(asked.year)
      refuseNoDay(asked.day, 'day')
      const lines = await store.roll(asked)
      return {
        total: lines.length,
        votes: lines.reduce((sum, { votes }) => sum + votes, 0),
        lines: lines.slice(offset, offset + limit),
      }
    },

    printRoll: async ({ format, ...asked }, desk) => {
      await register.whenFree()
      const year = dues.year(asked.year)
      refuseNoDay(asked.day, 'day')
      const lines = await store.roll(asked)
      if (lines.length === 0) throw new Refusal('nothingToPrint')
      const { language, name: association } = readAssociation(register)
      const today = register.today()
      const said = rollWords[language]
      const own = said[asked.kind]
      const on = asked.day === '' ? today : asked.day
      const votes = lines.reduce((sum, line) => sum + line.votes, 0)
      const voters = asked.kind === 'voters'
      const name = [own.file, year.name, on]
      function* rows(): Generator<readonly string[][]> {
        for (let from = 0; from < lines.length; from += atOnce)
          yield lines
            .slice(from, from + atOnce)
            .map(({ memberNumber, displayName, category, state, votes: own }) => [
              ...[memberNumber, displayName, category],
              voters ? String(own) : said.states[state],
            ])
      }
      const headers = [said.number, said.name, said.category, voters ? said.votes : said.state]
      if (format !== 'pdf') {
        const { extension, type } = exportFormats[format]
        const kinds = ['text', 'text', 'text', voters ? 'number' : 'text'] as const
        const head = { format, csv: 'excel', association, day: today, name: own.file, headers, kinds } as const
        const { bytes } = await papers.make(rowsJob, { ...head, rows: lines.length }, rows(), desk)
        return { ...papers.keep(fileName(name, extension), type, bytes), rows: lines.length, votes }
      }
      const shares = [0.12, 0.46, 0.24, 0.18]
      const { bytes } = await papers.make(
        rollJob,
        {
          ...letterhead.head(today),
          title: own.title(dayInWords(on, language)),
          lead: said.lead(year.name, voters && asked.reserved),
          columns: headers.map((header, at) => ({
            header,
            share: shares[at] ?? 0,
            ...(voters && at === 3 ? { right: true } : {}),
          })),
          rows: lines.length,
          foot: own.foot(lines.length, votes),
        },
        rows(),
        desk,
      )
      return { ...papers.keep(fileName(name, 'pdf'), 'application/pdf', bytes), rows: lines.length, votes }
    },

    cards: async ({ year: id, filter, format: code, first, offset, back, proof }, desk) => {
      await register.whenFree()
      const year = dues.year(id)
      const format = sheets.formatFrom(code, first)
      if (format.cell.width < smallestCard.width || format.cell.height < smallestCard.height)
        throw new Refusal('invalidInput', { reason: 'cardTooSmall', ...smallestCard }, 'format')
      const good = new Set(
        (await store.roll({ kind: 'goodStanding', year: id, day: '', reserved: true })).map((line) => line.id),
      )
      const found = (await people.idsFound(filter)).filter((one) => good.has(one))
      if (found.length === 0) throw new Refusal('nothingToPrint')
      const ids = proof ? found.slice(0, cellsOf(format) - first + 1) : found
      const { language } = readAssociation(register)
      const words = cardWords[language]
      async function* pieces(): AsyncGenerator<readonly CardPiece[]> {
        for (let from = 0; from < ids.length; from += atOnce / 4) {
          await register.whenFree()
          yield people.readMany(ids.slice(from, from + atOnce / 4)).map((contact) => ({
            contact: contact.id,
            name: addresseeOf([contact], language).lines.join(' ') || contact.displayName,
            category: contact.category,
            memberNumber: contact.memberNumber,
          }))
          await giveBack()
        }
      }
      const { bytes, report } = await papers.make(
        cardsJob,
        {
          ...letterhead.head(register.today()),
          ...{ title: words.title, year: year.name, until: words.until(dayInWords(year.ends, language)) },
          ...{ format, first, offset, back, cards: ids.length },
        },
        pieces(),
        desk,
      )
      const file = papers.keep(fileName([words.title, year.name, format.code], 'pdf'), 'application/pdf', bytes)
      return {
        file,
        report: {
          ...{ cards: ids.length, pages: report.pages },
          ...{ tooLong: report.tooLong.slice(0, mostLines), missing: report.missing.slice(0, mostLines) },
        },
      }
    },
  }
}
