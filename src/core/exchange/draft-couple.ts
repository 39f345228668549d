/** Reads the two people of a row: named together, or the second in columns of their own. */
import { fold } from '../kit/text.ts'
import { type CoupleNames, splitCouple, splitCoupleCells } from '../people/couple.rules.ts'
import { splitName } from '../people/name-split.rules.ts'
import { blankPerson, type PersonInput } from '../people/people.requests.ts'
import { keptPhone, phonesIn } from '../people/phone.rules.ts'
import { emailsIn, isNothing, plausibleEmail } from './cells.ts'
import { type Desk, type DraftContext, keepAside } from './draft-desk.ts'
import type { ColumnTarget } from './exchange.requests.ts'
import { dayInCell } from './life-cells.ts'

/** `named`: the row speaks of both; else of the first, beside whom the second is told. */
export type Couple = { readonly named: boolean; readonly people: readonly [PersonInput, PersonInput] }

const spouseTargets = [
  'spouseName',
  'spouseCivility',
  'spouseFirstName',
  'spouseLastName',
  'spouseEmail',
  'spousePhone',
  'spouseBorn',
] as const satisfies readonly ColumnTarget[]

type Spouse = Pick<PersonInput, 'civility' | 'title' | 'firstName' | 'particle' | 'lastName' | 'birthName' | 'born'> &
  Pick<PersonInput, 'emails' | 'phones'>

/** What somebody writes under « Conjoint » that is nobody's name. */
const answer = /^(oui|non|yes|no|neant|aucun|aucune|none|x|\d+|decede|decedee|divorce|divorcee|veuf|veuve|celibataire)$/

/** Keeps what is said of a spouse under its own headers: of an organisation, or when couples stay one record. */
export function withoutSpouse(desk: Desk): void {
  for (const target of spouseTargets)
    for (const cell of desk.of(target)) if (!isNothing(cell.text)) keepAside(desk, cell)
}

/** The spouse of the columns that tell of one, or nothing; cells that name nobody stay under their own headers. */
export function spouseOf(desk: Desk, context: DraftContext): Spouse | undefined {
  const text = (target: ColumnTarget, most: number): string => {
    const cell = desk.of(target)[0]
    return cell === undefined || isNothing(cell.text) ? '' : desk.one(target, most)
  }
  const whole = text('spouseName', 200)
  const [given, name] = [text('spouseFirstName', 100), text('spouseLastName', 120)]
  const named = [whole, given, name].some((word) => word !== '' && !answer.test(fold(word)))
  if (!context.couples || !named) {
    withoutSpouse(desk)
    return undefined
  }
  const split = splitName(given === '' && name === '' ? whole : '')
  // A word alone is how the spouse is called; the name is then the member's.
  const called = split.doubt === 'oneWord' ? split.lastName : split.firstName
  const bornCell = desk.of('spouseBorn')[0]
  const born = bornCell === undefined ? '' : dayInCell(bornCell.text)
  if (bornCell !== undefined && born === undefined) keepAside(desk, bornCell)
  const emails = desk
    .of('spouseEmail')
    .filter(({ text: cell }) => !isNothing(cell))
    .flatMap((cell) => emailsIn(cell.text).map((address) => ({ address, cell })))
  for (const { address, cell } of emails) if (!plausibleEmail(address)) desk.warn('emailInvalid', cell, address)
  const phones = desk
    .of('spousePhone')
    .filter(({ text: cell }) => !isNothing(cell))
    .flatMap((cell) => phonesIn(cell.text))
  return {
    civility: text('spouseCivility', 30) || split.civility,
    title: split.title,
    firstName: given || called,
    particle: name === '' ? split.particle : splitName(`${name}, X`).particle,
    lastName: name === '' ? (split.doubt === 'oneWord' ? '' : split.lastName) : splitName(`${name}, X`).lastName,
    birthName: split.birthName,
    born: born ?? '',
    emails: emails.slice(0, 20).map(({ address }) => ({ label: '', address: address.slice(0, 254) })),
    phones: phones
      .slice(0, 20)
      .map((number) => ({ label: '', number: keptPhone(number, context.country).slice(0, 60) })),
  }
}

/** Both people of a row that names two, each with what is theirs; nothing for one person. */
export function coupleOf(desk: Desk, person: PersonInput, spouse: Spouse | undefined): Couple | undefined {
  const names = namesOf(desk)
  if (names !== undefined) {
    const [one, other] = names
    const known = spouse === undefined ? other : filled(other, spouse)
    return { named: true, people: shared(person, one, { ...known, born: spouse?.born ?? '' }, spouse) }
  }
  if (spouse === undefined) return undefined
  const name = spouse.lastName === '' ? { particle: person.particle, lastName: person.lastName } : {}
  if ({ ...spouse, ...name }.lastName === '') return undefined
  const couple = /\b(couple|couples|duo|foyer|famille|family|household)\b/.test(fold(person.category))
  return {
    named: false,
    people: [
      person,
      {
        ...blankPerson,
        ...spouse,
        ...name,
        addresses: person.addresses,
        // Beside a member stands somebody who may be none.
        status: couple ? person.status : 'contact',
        category: couple ? person.category : '',
      },
    ],
  }
}

function namesOf(desk: Desk): CoupleNames | undefined {
  const cell = (target: ColumnTarget) => desk.of(target)[0]?.text ?? ''
  const [firstName, lastName] = [cell('firstName'), cell('lastName')]
  const whole = cell('fullName')
  if (firstName !== '' || lastName !== '') return splitCoupleCells({ civility: cell('civility'), firstName, lastName })
  if (whole === '') return undefined
  return splitCouple(whole) ?? splitCoupleCells({ civility: cell('civility'), firstName: '', lastName: whole })
}

const filled = (names: CoupleNames[1], spouse: Spouse): CoupleNames[1] => ({
  ...names,
  firstName: names.firstName || spouse.firstName,
  civility: names.civility || spouse.civility,
  birthName: names.birthName || spouse.birthName,
})

/**
 * What a row says of two people: addresses, status, category and groups are of both, the number, the notes and what is
 * personal of the first; of two e-mails, or of two mobile telephones, one each.
 */
function shared(
  row: PersonInput,
  one: CoupleNames[0],
  other: CoupleNames[1] & { readonly born: string },
  spouse: Spouse | undefined,
): readonly [PersonInput, PersonInput] {
  const own = (spouse?.emails.length ?? 0) + (spouse?.phones.length ?? 0) > 0
  const [, secondEmail] = row.emails.length === 2 && !own ? row.emails : []
  const mobiles = row.phones.filter(({ label }) => label === 'mobile')
  const [, secondMobile] = mobiles.length === 2 && !own ? mobiles : []
  const { doubt: _one, ...first } = one
  const { doubt: _other, ...second } = other
  return [
    {
      ...row,
      ...first,
      civility: first.civility || row.civility,
      title: first.title || row.title,
      birthName: first.birthName || row.birthName,
      suffix: first.suffix || row.suffix,
      emails: row.emails.filter((email) => email !== secondEmail),
      phones: row.phones.filter((phone) => phone !== secondMobile),
    },
    {
      ...blankPerson,
      ...second,
      status: row.status,
      category: row.category,
      groups: row.groups,
      joined: row.joined,
      addresses: row.addresses,
      emails: secondEmail === undefined ? (spouse?.emails ?? []) : [secondEmail],
      phones: secondMobile === undefined ? (spouse?.phones ?? []) : [secondMobile],
    },
  ]
}
