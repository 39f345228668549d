/** The columns of a list in words, how wide each is, and what stands in it as one reads it. */
import { dayTyped } from '../../../core/people/day.rules.ts'
import { customColumn, type ListColumn, type listColumns } from '../../../core/people/lists/columns.requests.ts'
import type { DuesState } from '../../../core/people/lists/dues-state.rules.ts'
import type { ContactStatus } from '../../../core/people/people.requests.ts'
import { duesStateKeys } from '../dues/dues-words.ts'
import type { PlainKey, Words } from '../i18n/words.tsx'
import { shownPhone } from '../people/shown-phone.ts'
import { statusKeys } from '../people/status-words.ts'

type Own = (typeof listColumns)[number]

const keys: Readonly<Record<Own, PlainKey>> = {
  name: 'field.name',
  kind: 'field.kind',
  status: 'field.status',
  memberNumber: 'field.memberNumber',
  category: 'field.category',
  groups: 'field.groups',
  house: 'group.house',
  joined: 'field.joined',
  left: 'field.left',
  civility: 'field.civility',
  title: 'field.title',
  firstName: 'field.firstName',
  lastName: 'field.lastName',
  birthName: 'field.birthName',
  aliases: 'field.aliases',
  originalName: 'field.originalName',
  honours: 'field.honours',
  born: 'field.born',
  birthPlace: 'field.birthPlace',
  died: 'field.died',
  profession: 'field.profession',
  languages: 'field.languages',
  tags: 'field.tags',
  stays: 'field.stays',
  mandates: 'field.mandates',
  email: 'field.email',
  emails: 'lists.allEmails',
  phone: 'field.phone',
  phones: 'lists.allPhones',
  street: 'field.street',
  postcode: 'field.postcode',
  city: 'field.city',
  region: 'field.region',
  country: 'field.country',
  returned: 'field.returned',
  household: 'household.title',
  supports: 'field.supports',
  confirmed: 'field.confirmed',
  notes: 'field.notes',
  dues: 'lists.dues',
}

const isCustom = (column: ListColumn): boolean => column.startsWith(customColumn)

export const columnWords = (column: ListColumn, { t }: Words): string =>
  isCustom(column) ? column.slice(customColumn.length) : t(keys[column as Own])

/** In rem, what each usually holds: narrow for what is short by nature, wide for what is long. */
const widths: Partial<Record<ListColumn, number>> = {
  ...{ civility: 5, kind: 7, memberNumber: 7, joined: 6, left: 7, born: 7, died: 7, confirmed: 8, postcode: 6 },
  ...{ phone: 9.5, phones: 12, email: 17, emails: 19, groups: 11, notes: 18, stays: 15, mandates: 14, household: 14 },
  ...{ city: 7, country: 8, returned: 8, status: 8 },
}
/** Figures are read whole or not at all; of words the beginning tells. */
const whole: ReadonlySet<ListColumn> = new Set<ListColumn>(['phone', 'postcode', 'born', 'died', 'joined', 'confirmed'])

const name = { least: 12, usual: 15 }
const least = (column: ListColumn): number => {
  const usual = widths[column] ?? 10
  return whole.has(column) ? usual : Math.min(usual, Math.max(6, usual * 0.65))
}

/** The grid's columns: the tick, the name, then those chosen; each shrinks as long as it still says something. */
export const gridTemplate = (columns: readonly ListColumn[]): string =>
  [
    ...['2.25rem', `minmax(${name.least}rem, ${name.usual}fr)`],
    ...columns.map((column) =>
      whole.has(column) ? `${least(column)}rem` : `minmax(${least(column)}rem, ${widths[column] ?? 10}fr)`,
    ),
  ].join(' ')

/** In rem, what the columns take at least with the spaces between them: with more of them the list scrolls sideways. */
export const leastWidth = (columns: readonly ListColumn[]): number =>
  2.25 + name.least + 1.5 + columns.reduce((sum, column) => sum + least(column) + 1, 0)

/** A cell as one reads it. `home`: the country whose numbers are written without their prefix. */
export function cellWords(column: ListColumn, cell: string, words: Words, home: string): string {
  if (cell === '') return ''
  switch (column) {
    case 'status':
      return words.t(statusKeys[cell as ContactStatus])
    case 'dues':
      return words.t(duesStateKeys[cell as DuesState])
    case 'kind':
      return words.t(cell === 'organisation' ? 'lists.organisation' : 'lists.person')
    case 'country':
      return words.country(cell)
    case 'phone':
    case 'phones':
      return (
        cell
          .split(', ')
          // Spaces of one width between figures of one width: numbers stand under each other.
          .map((number) => shownPhone(number, home, words.language))
          .join(', ')
      )
    case 'born':
    case 'died':
    case 'left':
    case 'confirmed':
    case 'returned':
      return dayTyped(cell)
    case 'languages': {
      const names = new Intl.DisplayNames(words.locale, { type: 'language', fallback: 'code' })
      return cell
        .split(' ')
        .map((code) => names.of(code) ?? code)
        .join(', ')
    }
    default:
      return cell
  }
}
