/** The answers about bodies and their mandates, stays in Houses, and what members offer each other. */

import { Refusal } from '../../kit/refusal.ts'
import type { Answers } from '../../kit/request.ts'
import { fold } from '../../kit/text.ts'
import type { Register } from '../../register/register.ts'
import { addressOfDay } from '../address.sql.ts'
import { codesOf } from '../children.store.ts'
import { monthsAfter } from '../consents/consents.rules.ts'
import { isBefore } from '../day.rules.ts'
import { pastDayReason } from '../life.rules.ts'
import type { Declaration, groupsRequests, Holder, StayLine, SupportLine } from './groups.requests.ts'
import { daysBetween, declarationDeadline, isDuring, remarksOf, standingOf } from './groups.rules.ts'
import type { GroupsStore } from './groups.store.ts'

type BodyAnswers = Pick<
  Answers<typeof groupsRequests>,
  'holders' | 'succession' | 'expiring' | 'toDeclare' | 'markDeclared' | 'stays' | 'support'
>

export function bodiesAnswers(register: Register, store: GroupsStore): BodyAnswers {
  const mandates = register.prepare(
    `SELECT m.id, m.contact_id AS contact, c.display_name AS displayName, c.status, m.group_id AS body,
       g.name AS bodyName, m.function, m.since, m.until, m.election, m.declared, m.end_declared AS endDeclared,
       g.closed, g.declared AS mustDeclare
     FROM mandate m JOIN contact c ON c.id = m.contact_id JOIN contact_group g ON g.id = m.group_id
     WHERE c.trashed = 0 AND (@body IS NULL OR m.group_id = @body)
     ORDER BY g.folded, m.function, m.since DESC, c.sort_key, m.id`,
  )
  type Row = Omit<Holder, 'remarks'> & { readonly closed: string; readonly mustDeclare: number }
  /** Body after body, those at its head first. */
  const rowsOf = (body: number | undefined): readonly Row[] => {
    const rows = mandates.all({ body: body ?? null }) as Row[]
    const places = new Map([...new Set(rows.map((row) => row.body))].map((id, at) => [id, at]))
    const place = (row: Row): number => (places.get(row.body) ?? 0) * 100 + standingOf(row.function)
    return rows.toSorted((one, other) => place(one) - place(other))
  }
  /** Every mandate with what is doubtful in it: bodies are looked at one by one, whole. */
  const withRemarks = (rows: readonly Row[]): readonly Holder[] => {
    const bodies = new Map<number, Row[]>()
    for (const row of rows) {
      const own = bodies.get(row.body)
      if (own === undefined) bodies.set(row.body, [row])
      else own.push(row)
    }
    const remarks = [...bodies.values()].flatMap((own) => [
      ...remarksOf(
        own.map((row) => ({ ...row, died: row.status === 'deceased' })),
        own[0]?.closed ?? '',
        register.today(),
      ),
    ])
    const byMandate = new Map(remarks)
    return rows.map(({ closed: _closed, mustDeclare: _mustDeclare, ...row }) => ({
      ...row,
      remarks: byMandate.get(row.id) ?? [],
    }))
  }

  return {
    holders: ({ body, day: given }) => {
      if (body !== undefined) store.found(body, 'body')
      const day = given === '' ? register.today() : given
      return { holders: withRemarks(rowsOf(body)).filter((holder) => isDuring(holder, day)) }
    },

    succession: ({ body, function: wanted }) => {
      store.found(body, 'body')
      const holders = withRemarks(rowsOf(body))
      const same = (name: string): boolean => wanted === undefined || fold(name) === fold(wanted)
      return { holders: holders.filter((holder) => same(holder.function)) }
    },

    expiring: ({ months }) => {
      const today = register.today()
      const before = monthsAfter(today, months)
      const soon = ({ until }: Holder): boolean => until !== '' && !isBefore(until, today) && !isBefore(before, until)
      const holders = withRemarks(rowsOf(undefined)).filter((holder) => soon(holder) || holder.remarks.length > 0)
      return { holders, before }
    },

    toDeclare: () => {
      const today = register.today()
      const declarations: Declaration[] = []
      for (const row of rowsOf(undefined)) {
        if (row.mustDeclare === 0) continue
        const change = (what: Declaration['what'], decided: string): void => {
          if (decided === '' || isBefore(today, decided)) return
          const deadline = declarationDeadline(decided)
          const { contact, displayName, body, bodyName } = row
          const late = daysBetween(deadline, today)
          const about = { mandate: row.id, contact, displayName, body, bodyName, function: row.function }
          declarations.push({ ...about, what, decided, deadline, late })
        }
        if (row.declared === '') change('beginning', row.since)
        if (row.endDeclared === '') change('end', row.until)
      }
      declarations.sort((one, other) => (one.deadline === other.deadline ? 0 : one.deadline < other.deadline ? -1 : 1))
      return { declarations }
    },

    markDeclared: ({ changes, day: given }) => {
      const today = register.today()
      const day = given === '' ? today : given
      const reason = pastDayReason(day, today)
      if (reason !== undefined) throw new Refusal('invalidInput', { reason }, 'day')
      const found = register.prepare(
        'SELECT m.contact_id AS contact, m.since, m.until, g.name FROM mandate m JOIN contact_group g ON g.id = m.group_id WHERE m.id = ?',
      )
      const contacts = new Set<number>()
      const bodies = new Set<string>()
      let changed = 0
      for (const [at, { mandate, what }] of changes.entries()) {
        const field = `changes.${at}.mandate`
        const row = found.get(mandate) as { contact: number; since: string; until: string; name: string } | undefined
        if (row === undefined) throw new Refusal('notFound', { id: mandate }, field)
        if (what === 'end' && row.until === '') throw new Refusal('invalidInput', { reason: 'notEnded' }, field)
        const decided = what === 'beginning' ? row.since : row.until
        if (isBefore(day, decided)) throw new Refusal('invalidInput', { reason: 'endBeforeBeginning' }, 'day')
        const column = what === 'beginning' ? 'declared' : 'end_declared'
        const marked = register
          .prepare(`UPDATE mandate SET ${column} = ? WHERE id = ? AND ${column} <> ?`)
          .run(day, mandate, day)
        if (marked.changes === 0) continue
        changed++
        contacts.add(row.contact)
        bodies.add(row.name)
      }
      register.subject([...bodies].join(', ').slice(0, 200))
      const touch = register.prepare('UPDATE contact SET revision = revision + 1 WHERE id = ?')
      for (const contact of contacts) touch.run(contact)
      return { changed }
    },

    stays: ({ house, year, offset, limit }) => {
      store.found(house, 'house')
      const rows = register
        .prepare(
          `SELECT c.id, c.display_name AS displayName, c.status, s.since, s.until, s.room, s.programme
           FROM stay s JOIN contact c ON c.id = s.contact_id WHERE s.group_id = ? AND c.trashed = 0
           ORDER BY s.since, c.sort_key, s.id`,
        )
        .all(house) as StayLine[]
      // A stay without an end is of its own year alone, or nobody would ever have left.
      const during = ({ since, until }: StayLine): boolean =>
        year === '' || (since !== '' && isDuring({ since, until: until === '' ? since : until }, year))
      const stays = rows.filter(during)
      return { total: stays.length, stays: stays.slice(offset, offset + limit) }
    },

    support: ({ way, subject, words, language, offset, limit }) => {
      const today = register.today()
      const rows = register
        .prepare(
          `SELECT c.id, c.display_name AS displayName, s.way, s.subject, s.field, s.languages, s.until, s.notes,
             coalesce(a.city, '') AS city, coalesce(a.country, '') AS country
           FROM support s JOIN contact c ON c.id = s.contact_id LEFT JOIN address a ON a.id = ${addressOfDay('c.id', '@today')}
           WHERE c.trashed = 0 AND c.status <> 'deceased' AND (@way IS NULL OR s.way = @way)
             AND (@subject IS NULL OR s.subject = @subject)
           ORDER BY s.subject, c.sort_key, s.position`,
        )
        .all({ way: way ?? null, subject: subject ?? null, today }) as (Omit<SupportLine, 'languages'> & {
        languages: string
      })[]
      const sought = fold(words).split(' ').filter(Boolean)
      const supports = rows
        .filter(({ until }) => !isBefore(until, today))
        .filter(({ languages }) => language === '' || codesOf(languages).includes(language))
        .filter(({ displayName, field, notes, city }) => {
          if (sought.length === 0) return true
          const said = ` ${fold(`${displayName} ${field} ${notes} ${city}`)}`
          return sought.every((word) => said.includes(` ${word}`))
        })
        .map((row): SupportLine => ({ ...row, languages: codesOf(row.languages) }))
      return { total: supports.length, supports: supports.slice(offset, offset + limit) }
    },
  }
}
