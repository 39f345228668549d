/** Groups as a tree, who belongs on a day, what a body has to declare. Pure: the window draws the tree with the same words. */
import { fold } from '../../kit/text.ts'
import { monthsAfter } from '../consents/consents.rules.ts'
import { isBefore } from '../day.rules.ts'

/** From a day to another, both included, either unknown or known in part. */
export type Period = { readonly since: string; readonly until: string }

/** Whether a day lies in a period; what is known in part is given the benefit of the doubt. */
export const isDuring = ({ since, until }: Period, day: string): boolean =>
  !isBefore(day, since) && !isBefore(until, day)

/** Whether two periods have a day in common for certain; an unknown beginning or end reaches as far as it may. */
export const overlap = (one: Period, other: Period): boolean =>
  !endsBy(one.until, other.since) && !endsBy(other.until, one.since)

/** Who leaves the day, month or year another comes has handed over. */
const endsBy = (until: string, since: string): boolean =>
  until !== '' && since !== '' && (isBefore(until, since) || until.startsWith(since) || since.startsWith(until))

type Node = { readonly id: number; readonly parent: number | null }

/** A group and everything under it. */
export function branchOf(groups: readonly Node[], top: number): ReadonlySet<number> {
  const under = new Map<number | null, number[]>()
  for (const { id, parent } of groups) {
    const sisters = under.get(parent)
    if (sisters === undefined) under.set(parent, [id])
    else sisters.push(id)
  }
  const branch = new Set<number>()
  const waiting = [top]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (branch.has(next)) continue
    branch.add(next)
    waiting.push(...(under.get(next) ?? []))
  }
  return branch
}

/** Whether putting a group under a parent would make it lie under itself. */
export const wouldLoop = (groups: readonly Node[], id: number, parent: number): boolean =>
  branchOf(groups, id).has(parent)

/** The groups in the order of their tree, each with its depth; sisters stay in the order given. A lost parent counts as none. */
export function treeOrder<G extends Node>(groups: readonly G[]): readonly (G & { readonly depth: number })[] {
  const known = new Set(groups.map(({ id }) => id))
  const placed: (G & { depth: number })[] = []
  const place = (parent: number | null, depth: number): void => {
    for (const group of groups) {
      const own = group.parent !== null && known.has(group.parent) ? group.parent : null
      if (own !== parent || depth > groups.length) continue
      placed.push({ ...group, depth })
      place(group.id, depth + 1)
    }
  }
  place(null, 0)
  return placed
}

export type MandateFacts = Period & {
  readonly id: number
  readonly contact: number
  readonly function: string
}

/** Functions in the order a body names them, by how their words begin, in French and in English. */
const standings = [
  /^(co[ -]?)?(presid|chair)/,
  /^(vice|deput)/,
  /^secret/,
  /^(tresor|treasur)/,
  // What nobody here thought of stands between those and the plain members.
  /^(?!(membre|member|administrat|trustee|conseiller))/,
]

/** The place of a function in the list of a body; a body without a president simply has nobody in the first. */
export const standingOf = (held: string): number => {
  const at = standings.findIndex((words) => words.test(fold(held)))
  return at < 0 ? standings.length : at
}

/** `overlap`: the same person holds the same function twice at once. `closed`: it goes on after its body has closed. `deceased`: its holder is. */
export const mandateRemarks = ['overlap', 'closed', 'deceased'] as const
export type MandateRemark = (typeof mandateRemarks)[number]

/** What is doubtful in the mandates of one body, by mandate. */
export function remarksOf(
  mandates: readonly (MandateFacts & { readonly died: boolean })[],
  closed: string,
  today: string,
): ReadonlyMap<number, readonly MandateRemark[]> {
  const remarks = new Map<number, MandateRemark[]>()
  const remark = (id: number, what: MandateRemark): void => {
    const said = remarks.get(id) ?? []
    if (!said.includes(what)) remarks.set(id, [...said, what])
  }
  const byHolder = new Map<string, (typeof mandates)[number][]>()
  for (const mandate of mandates) {
    const key = `${mandate.contact} ${mandate.function.toLowerCase()}`
    for (const other of byHolder.get(key) ?? []) {
      if (!overlap(mandate, other)) continue
      remark(mandate.id, 'overlap')
      remark(other.id, 'overlap')
    }
    byHolder.set(key, [...(byHolder.get(key) ?? []), mandate])
    const goesOn = mandate.until === '' || isBefore(today, mandate.until)
    if (mandate.died && goesOn) remark(mandate.id, 'deceased')
    if (closed !== '' && (mandate.until === '' || isBefore(closed, mandate.until))) remark(mandate.id, 'closed')
  }
  return remarks
}

type Named = Period & { readonly body: string; readonly function: string }

/** The places of the mandates of one sheet that say again, at the same time, what one before them says. */
export function saidTwice(mandates: readonly Named[]): ReadonlySet<number> {
  const same = (one: Named, other: Named): boolean =>
    fold(one.body) === fold(other.body) && fold(one.function) === fold(other.function) && overlap(one, other)
  return new Set(
    mandates.flatMap((mandate, at) =>
      mandate.body !== '' && mandates.slice(0, at).some((before) => same(before, mandate)) ? [at] : [],
    ),
  )
}

/** Months the law of 1901, article 5, leaves to declare a change among those in charge (rules-fr.md 3, 10). */
export const monthsToDeclare = 3

/** The last day to declare what was decided on a day; one known in part counts as its first. */
export const declarationDeadline = (decided: string): string => {
  const [year = '', month = '01', day = '01'] = decided.split('-')
  return monthsAfter(`${year}-${month}-${day}`, monthsToDeclare)
}

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
