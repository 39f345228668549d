/** The answers about reminders. A rung is written through the letters' room: same plan, same pages, same log. */

import { stillOwed } from '../dues/dues.rules.ts'
import { duesStore, type YearRow } from '../dues/dues.store.ts'
import { inParts, standingStore } from '../dues/standing.store.ts'
import { fileName } from '../kit/file-name.ts'
import { type Cents, centsInWords, sumOf } from '../kit/money.ts'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'
import type { Answers, WorkDesk } from '../kit/request.ts'
import type { Addressed } from '../letters/letter-plan.ts'
import { letterRuns, type More, refuseUnknownFields, reportOf } from '../letters/letter-run.ts'
import { letterWords } from '../letters/letter-words.ts'
import { letterheadStore } from '../letters/letterhead.store.ts'
import { duesFields, plainFields } from '../letters/letters.rules.ts'
import { rollJob } from '../letters/roll.job.ts'
import { transferCode } from '../letters/transfer.rules.ts'
import { dayInWords } from '../people/day.rules.ts'
import { contactFilter } from '../people/people.requests.ts'
import { peopleStore } from '../people/people.store.ts'
import { readAssociation } from '../register/register.service.ts'
import type { Register } from '../register/register.ts'
import type { RungStanding, remindersRequests, Standing } from './reminders.requests.ts'
import { nextRung, type Rung, usualLadder } from './reminders.rules.ts'

type Before = Standing & { readonly rung: Rung }

/** States of those who are reminded. */
const unpaid = ['owes', 'late', 'partly'] as const

const words = {
  fr: {
    title: (year: string) => `Proposition au conseil : cotisations ${year} impayées`,
    lead: 'Membres qui n’ont pas réglé leur cotisation malgré les relances, et dont la radiation peut être proposée si les statuts le permettent.',
    columns: ['Nom', 'Montant dû', 'Dernière relance'],
    slip: (year: string) => `Cotisation ${year}`,
    file: (name: string, year: string) => ['Relances', name, year],
  },
  en: {
    title: (year: string) => `Proposal to the board: unpaid dues of ${year}`,
    lead: 'Members who have not paid despite the reminders, and whose membership may be ended if the statutes allow it.',
    columns: ['Name', 'Amount due', 'Last reminder'],
    slip: (year: string) => `Membership due ${year}`,
    file: (name: string, year: string) => ['Reminders', name, year],
  },
} as const

export function remindersAnswers(register: Register, papers: Papers): Answers<typeof remindersRequests> {
  const store = duesStore(register)
  const people = peopleStore(register)
  const standing = standingStore(register)
  const runs = letterRuns(register, papers)
  const letterhead = letterheadStore(register)
  const rungs = register.prepare(
    'SELECT code, name, does, after_days AS afterDays, subject, body, slip FROM reminder_rung ORDER BY position, id',
  )
  const emptied = register.prepare('DELETE FROM reminder_rung')
  const written = register.prepare(
    'INSERT INTO reminder_rung (position, code, name, does, after_days, subject, body, slip) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  // Crossed: from the few who are named to their rows, never through all the rows of a year.
  // Those whose due is their own: who is covered by another is written to with them.
  const asked = register
    .prepare(
      `SELECT c.id FROM json_each(?) j CROSS JOIN contact c ON c.id = j.value CROSS JOIN due d ON d.contact_id = c.id AND d.year_id = ?
       WHERE d.said = 'owed' AND (d.covered_by_id IS NULL OR d.covered_by_id = d.contact_id) AND c.status = 'member' AND c.died = ''
       ORDER BY j.key`,
    )
    .pluck()
  const latest = register.prepare(
    `SELECT l.contact_id AS contact, m.rung, m.day, max(m.day || printf('%012d', m.id)) FROM json_each(?) j
     CROSS JOIN mailing_letter l ON l.contact_id = j.value CROSS JOIN mailing m ON m.id = l.mailing_id
     WHERE m.year_id = ? AND m.kind = 'reminder' GROUP BY l.contact_id`,
  )
  // By whom they are covered by, who are few: a year has a hundred thousand dues.
  const covered = register.prepare(
    `SELECT d.covered_by_id AS coverer, d.contact_id AS contact FROM json_each(?) j
     CROSS JOIN due d INDEXED BY due_covered ON d.covered_by_id = j.value WHERE d.year_id = ? AND d.contact_id <> d.covered_by_id`,
  )
  const mailing = register.prepare(
    "INSERT INTO mailing (kind, day, subject, body, year_id, rung) VALUES ('reminder', ?, ?, '', ?, ?)",
  )
  const noted = register.prepare(
    "INSERT INTO mailing_letter (mailing_id, contact_id, envelope, channel) VALUES (?, ?, ?, 'board')",
  )

  const ladder = (): { readonly rungs: readonly Rung[]; readonly own: boolean } => {
    const own = (rungs.all() as (Omit<Rung, 'slip'> & { slip: number })[]).map((rung) => ({
      ...rung,
      slip: rung.slip === 1,
    }))
    return own.length > 0
      ? { rungs: own, own: true }
      : { rungs: usualLadder[readAssociation(register).language], own: false }
  }

  /** Everybody who owes something for a year, in the order of names, with the rung they stand before; `done`: those at the top of the ladder. */
  const everybody = async (year: YearRow) => {
    const steps = ladder().rungs
    const names = new Map(steps.map(({ code, name }) => [code, name]))
    const before: Before[] = []
    let done = 0
    const { among } = await standing.whole(year.id, '')
    const owing = (await people.idsFound(contactFilter.parse({}))).filter(among(unpaid))
    await inParts(register, owing.length, (after, to) => {
      const ids = asked.all(JSON.stringify(owing.slice(after, to)), year.id) as number[]
      const sent = new Map(
        (latest.all(JSON.stringify(ids), year.id) as { contact: number; rung: string; day: string }[]).map((row) => [
          row.contact,
          row,
        ]),
      )
      for (const { id, displayName, owed, paid } of standing.lines(year.id, ids, '')) {
        const left = stillOwed(owed, paid)
        if (left === 0) continue
        const last = sent.get(id)
        const next = nextRung(steps, year.starts, last)
        if (next === undefined) {
          done++
          continue
        }
        const lastName = last === undefined ? '' : (names.get(last.rung) ?? last.rung)
        before.push({
          ...{ id, displayName, owed: left, last: lastName, lastOn: last?.day ?? '' },
          ...{ on: next.on, rung: next.rung },
        })
      }
    })
    return { before, done, steps }
  }

  const slipOf = (one: Addressed, year: YearRow, cents: Cents): NonNullable<More['slip']> => {
    const { name, language } = readAssociation(register)
    const { iban, bic } = letterhead.read()
    const reference = `${year.name}-${one.contacts.map(({ id }) => id).join('-')}`
    const title = words[language].slip(year.name)
    return {
      ...{ title, name: one.addressee.join(' '), reference, cents, beneficiary: name, iban, bic },
      code: transferCode({
        beneficiary: name,
        iban,
        bic,
        cents,
        words: `${title} - ${reference} - ${one.addressee.join(' ')}`,
      }),
    }
  }

  /** The list of names for the board, noted as any rung. */
  const propose = async (those: readonly Before[], year: YearRow, rung: Rung, proof: boolean, desk: WorkDesk) => {
    if (those.length === 0) throw new Refusal('nothingToPrint')
    const { language } = readAssociation(register)
    const said = words[language]
    const head = letterhead.head(register.today())
    const rows = those.map(({ displayName, owed, last, lastOn }) => [
      displayName,
      centsInWords(owed, language),
      lastOn === '' ? '' : `${last}, ${dayInWords(lastOn, language)}`,
    ])
    const { bytes, report } = await papers.make(
      rollJob,
      {
        ...head,
        title: said.title(year.name),
        lead: said.lead,
        columns: [
          { header: said.columns[0], share: 0.45 },
          { header: said.columns[1], share: 0.15, right: true },
          { header: said.columns[2], share: 0.4 },
        ],
        rows: rows.length,
        foot: '',
      },
      [rows],
      desk,
    )
    const name = fileName([...said.file(rung.name, year.name), register.today()], 'pdf')
    const post = papers.keep(name, 'application/pdf', bytes)
    const facts = { ...reportOf({ letters: [], unreached: [] }), people: those.length, pages: report.pages }
    if (proof) return { post, report: facts, mailing: 0 }
    function* steps(): Generator<{ done: number; total: number }, number> {
      const id = Number(mailing.run(register.today(), rung.name, year.id, rung.code).lastInsertRowid)
      for (const [at, { id: contact }] of those.entries()) {
        noted.run(id, contact, at + 1)
        if (at % 200 === 199) yield { done: at + 1, total: those.length }
      }
      return id
    }
    const { answer } = await register.orderInSlices('reminders.write', rung.name, steps, desk, 'working')
    return { post, report: facts, mailing: answer }
  }

  return {
    ladder: () => ladder(),
    setLadder: ({ rungs: given }) => {
      for (const [at, { code, subject, body, does }] of given.entries()) {
        if (given.findIndex((one) => one.code === code) !== at)
          throw new Refusal('invalidInput', { reason: 'saidTwice' }, `rungs.${at}.code`)
        if (does === 'board') continue
        if (body === '') throw new Refusal('invalidInput', { reason: 'too_small', minimum: 1 }, `rungs.${at}.body`)
        try {
          refuseUnknownFields({ subject, body }, [...plainFields, ...duesFields])
        } catch (thrown) {
          if (thrown instanceof Refusal) throw new Refusal(thrown.code, thrown.values, `rungs.${at}.${thrown.field}`)
          throw thrown
        }
      }
      if (JSON.stringify(given) === JSON.stringify(rungs.all())) return { rungs: given.length }
      emptied.run()
      for (const [at, { code, name, does, afterDays, subject, body, slip }] of given.entries())
        written.run(at, code, name, does, afterDays, subject, body, slip ? 1 : 0)
      return { rungs: given.length }
    },

    due: async ({ year: id, shown }) => {
      const year = store.year(id)
      const { before, done, steps } = await everybody(year)
      const today = register.today()
      const standings = steps.map(({ code, name, does }): RungStanding => {
        const those = before.filter(({ rung }) => rung.code === code)
        const due = those.filter(({ on }) => on <= today)
        const days = those.flatMap(({ on }) => (on > today ? [on] : [])).sort()
        return {
          ...{ code, name, does, due: due.length, owed: sumOf(due.map(({ owed }) => owed)) },
          ...{ waiting: those.length - due.length, nextOn: days[0] ?? '' },
          people: due.slice(0, shown).map(({ rung: _rung, ...one }) => one),
        }
      })
      return { rungs: standings, done }
    },

    write: async ({ year: id, rung: code, contacts, ...way }, desk) => {
      await register.whenFree()
      const year = store.year(id)
      const { before, steps } = await everybody(year)
      const rung = steps.find((one) => one.code === code)
      if (rung === undefined) throw new Refusal('notFound', { code }, 'rung')
      const wanted = contacts === undefined ? undefined : new Set(contacts)
      const those = before.filter(
        (one) => one.rung.code === code && one.on <= register.today() && (wanted === undefined || wanted.has(one.id)),
      )
      if (rung.does === 'board') return await propose(those, year, rung, way.proof, desk)
      const owed = new Map(those.map((one) => [one.id, one]))
      const ids: number[] = []
      await inParts(register, those.length, (after, to) => {
        const some = those.slice(after, to).map(({ id: number }) => number)
        const pairs = covered.all(JSON.stringify(some), year.id) as { coverer: number; contact: number }[]
        const beside = Map.groupBy(pairs, ({ coverer }) => coverer)
        for (const number of some) ids.push(number, ...(beside.get(number) ?? []).map(({ contact }) => contact))
      })
      const { language } = readAssociation(register)
      const plan = await runs.plan(
        ids,
        rung.does === 'registered' ? { ...way, by: 'post', otherwise: false } : way,
        desk,
      )
      const more = (one: Addressed): More => {
        const dues = one.contacts.flatMap((contact) => owed.get(contact.id) ?? [])
        const cents = sumOf(dues.map((due) => due.owed))
        const last =
          dues
            .map(({ lastOn }) => lastOn)
            .sort()
            .at(-1) ?? ''
        return {
          values: {
            year: year.name,
            amount: centsInWords(cents, language),
            dueBy: dayInWords(year.dueBy === '' ? year.ends : year.dueBy, language),
            lastReminder: last === '' ? '' : dayInWords(last, language),
          },
          ...(rung.does === 'registered' ? { sentAs: letterWords[language].registered } : {}),
          ...(rung.slip && cents > 0 ? { slip: slipOf(one, year, cents) } : {}),
        }
      }
      return await runs.make(
        plan,
        {
          ...{ kind: 'reminder', request: 'reminders.write', year: year.id, rung: code, way, more },
          text: { subject: rung.subject, body: rung.body },
          title: rung.name,
          file: words[language].file(rung.name, year.name).join(' '),
        },
        desk,
      )
    },
  }
}
