/** Reads what a row says of a life: birth and death, other names, stays, mandates, labels, languages. */
import { isBefore } from '../people/day.rules.ts'
import { type ContactInput, mandateInput, stayInput } from '../people/people.requests.ts'
import { isNothing } from './cells.ts'
import { type Cell, type Desk, keepAside } from './draft-desk.ts'
import type { ColumnTarget } from './exchange.requests.ts'
import { keyOfWord, supportSubjectWords, supportWayWords } from './kind-words.ts'
import {
  aliasesIn,
  dayInCell,
  itemsIn,
  languagesIn,
  mandateColumns,
  mandateTargets,
  stayColumns,
  stayTargets,
  supportTargets,
} from './life-cells.ts'

const emptyStay = stayInput.parse({ house: '' })
const emptyMandate = mandateInput.parse({ body: '' })

/** A day of a cell; one that cannot be read, or is not whole where it must be, stays under its own header. */
export function dayOf(desk: Desk, cell: Cell | undefined, whole = false): string {
  if (cell === undefined || isNothing(cell.text)) return ''
  const day = dayInCell(cell.text, desk.monthFirst)
  if (day !== undefined && (!whole || day.length === 10)) return day
  desk.warn('dayUnread', cell)
  keepAside(desk, cell)
  return ''
}

/** Pronoun, birth and death of a person; days that cannot be stay aside, as written. */
export function lifeOf(desk: Desk) {
  const [bornCell, diedCell] = [desk.of('born')[0], desk.of('died')[0]]
  let born = dayOf(desk, bornCell)
  const died = dayOf(desk, diedCell)
  if (bornCell !== undefined && (isBefore(born, '1850') || isBefore(died, born))) {
    desk.warn('dayUnread', bornCell)
    keepAside(desk, bornCell)
    born = ''
  }
  return { pronoun: desk.one('pronoun', 30), born, birthPlace: desk.one('birthPlace', 120), died, stays: staysOf(desk) }
}

/** What a person alone has, kept aside on an organisation. */
export function withoutLife(desk: Desk): void {
  for (const target of ['pronoun', 'born', 'birthPlace', 'died', ...stayTargets] as const)
    for (const cell of desk.of(target)) keepAside(desk, cell)
}

/** What both kinds have: languages, aliases, labels, mandates, the days of leaving and of confirming. */
export function belongingsOf(desk: Desk) {
  const languageCell = desk.of('languages')[0]
  const languages = languageCell === undefined || isNothing(languageCell.text) ? [] : languagesIn(languageCell.text)
  if (languageCell !== undefined && (languages === undefined || languages.length > 8)) keepAside(desk, languageCell)
  return {
    languages: languages === undefined || languages.length > 8 ? [] : languages,
    aliases: listOf(desk, 'aliases', 20, 200, aliasesIn, ({ name }) => name),
    tags: listOf(desk, 'tags', 40, 60, itemsIn, (tag) => tag),
    mandates: mandatesOf(desk),
    supports: supportsOf(desk),
    left: dayOf(desk, desk.of('left')[0]),
    confirmed: dayOf(desk, desk.of('confirmed')[0], true),
  }
}

function listOf<Item>(
  desk: Desk,
  target: ColumnTarget,
  most: number,
  longest: number,
  read: (text: string) => readonly Item[],
  nameOf: (item: Item) => string,
): Item[] {
  const cell = desk.of(target)[0]
  if (cell === undefined || isNothing(cell.text)) return []
  const items = [...read(cell.text)]
  if (items.length > most) desk.refuse('tooMany', cell, String(items.length))
  const long = items.find((item) => nameOf(item).length > longest)
  if (long !== undefined) desk.refuse('tooLong', cell, `${nameOf(long).length} > ${longest}`)
  return items
}

/** The cells of a target by the rank of their columns: those of `Séjour 2` together. */
const rankedCells = (desk: Desk, target: ColumnTarget): ReadonlyMap<number, Cell> =>
  new Map(desk.of(target).map((cell) => [desk.addressRanks[cell.column] ?? 1, cell]))

function ranks(desk: Desk, targets: readonly ColumnTarget[]): number[] {
  const found = new Set(targets.flatMap((target) => [...rankedCells(desk, target).keys()]))
  return [...found].sort((one, other) => one - other)
}

function staysOf(desk: Desk): Extract<ContactInput, { kind: 'person' }>['stays'] {
  const cells = (target: ColumnTarget, rank: number) => rankedCells(desk, target).get(rank)
  return ranks(desk, stayTargets).flatMap((rank) => {
    const stay = { ...emptyStay }
    for (const target of stayTargets) {
      const cell = cells(target, rank)
      const part = stayColumns[target]
      stay[part] =
        part === 'since' || part === 'until'
          ? dayOf(desk, cell)
          : textOf(desk, cell, part === 'room' ? 40 : longestOf(part))
    }
    if (stay.house !== '') return [stay]
    for (const target of stayTargets) asideAt(desk, cells(target, rank))
    return []
  })
}

function mandatesOf(desk: Desk): ContactInput['mandates'] {
  const cells = (target: ColumnTarget, rank: number) => rankedCells(desk, target).get(rank)
  return ranks(desk, mandateTargets).flatMap((rank) => {
    const mandate = { ...emptyMandate }
    for (const target of mandateTargets) {
      const cell = cells(target, rank)
      const part = mandateColumns[target]
      if (part === 'since' || part === 'until') mandate[part] = dayOf(desk, cell)
      else if (part === 'declared' || part === 'endDeclared') mandate[part] = dayOf(desk, cell, true)
      else mandate[part] = textOf(desk, cell, 120)
    }
    if (mandate.body !== '') return [mandate]
    for (const target of mandateTargets) asideAt(desk, cells(target, rank))
    return []
  })
}

function supportsOf(desk: Desk): ContactInput['supports'] {
  return ranks(desk, supportTargets).flatMap((rank) => {
    const cell = (target: ColumnTarget) => rankedCells(desk, target).get(rank)
    const way = keyOfWord(supportWayWords, cell('supportWay')?.text ?? '')
    const subject = keyOfWord(supportSubjectWords, cell('supportSubject')?.text ?? '')
    const languages = languagesIn(cell('supportLanguages')?.text ?? '')
    if (way === undefined || subject === undefined || languages === undefined || languages.length > 8) {
      for (const target of supportTargets) asideAt(desk, cell(target))
      return []
    }
    return [
      {
        way,
        subject,
        languages,
        field: textOf(desk, cell('supportField'), 200),
        until: dayOf(desk, cell('supportUntil')),
        notes: textOf(desk, cell('supportNotes'), 1000),
      },
    ]
  })
}

const longestOf = (part: 'house' | 'programme'): number => (part === 'house' ? 120 : 200)

function textOf(desk: Desk, cell: Cell | undefined, most: number): string {
  if (cell === undefined || isNothing(cell.text)) return ''
  if (cell.text.length > most) desk.refuse('tooLong', cell, `${cell.text.length} > ${most}`)
  return cell.text.slice(0, most)
}

/** A room without a house is no stay: it stays under its own header. */
function asideAt(desk: Desk, cell: Cell | undefined): void {
  if (cell !== undefined && !isNothing(cell.text)) keepAside(desk, cell)
}
