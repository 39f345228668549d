/** What the cells of a column look like, counted on the first rows: the second witness when its name says nothing. */

export type ColumnLook = {
  readonly filled: number
  /** Cells looked at closely. */
  readonly seen: number
  readonly emails: number
  readonly phones: number
  readonly mobiles: number
  readonly postcodes: number
  readonly years: number
  readonly days: number
  /** Days in figures that can only have their day first, only their month, or either. */
  readonly dayFirst: number
  readonly monthFirst: number
  readonly eitherFirst: number
  /** Days before 2006: what is told is most likely a birth. */
  readonly oldDays: number
  /** Four figures, as a good part of Europe writes its postcodes, years or not. */
  readonly fourFigures: number
  readonly civilities: number
  /** Cells of two words or more. */
  readonly several: number
  readonly capitals: number
  readonly samples: readonly string[]
  /** Few different values, all short: they are shown to recognise statuses, groups and countries. */
  readonly values: readonly string[]
}

type Counting = { -readonly [K in keyof ColumnLook]: ColumnLook[K] extends readonly string[] ? string[] : number }

const closely = 1000
const longest = 300

export function columnLooks(): {
  readonly count: (cells: readonly string[]) => void
  readonly looks: (width: number) => readonly ColumnLook[]
} {
  const columns: Counting[] = []
  const fresh = (): Counting => ({
    filled: 0,
    seen: 0,
    emails: 0,
    phones: 0,
    mobiles: 0,
    postcodes: 0,
    years: 0,
    days: 0,
    dayFirst: 0,
    monthFirst: 0,
    eitherFirst: 0,
    oldDays: 0,
    fourFigures: 0,
    civilities: 0,
    several: 0,
    capitals: 0,
    samples: [],
    values: [],
  })
  return {
    count: (cells) => {
      while (columns.length < cells.length) columns.push(fresh())
      for (let column = 0; column < cells.length; column += 1) {
        const cell = (cells[column] as string).trim()
        if (cell === '') continue
        const counting = columns[column] as Counting
        counting.filled += 1
        // Nothing longer is a fact: a cell of 30,000 characters is known by its beginning.
        if (counting.seen < closely) lookClosely(counting, cell.length > longest ? cell.slice(0, longest) : cell)
      }
    },
    looks: (width) => {
      while (columns.length < width) columns.push(fresh())
      return columns
    },
  }
}

function lookClosely(counting: Counting, cell: string): void {
  counting.seen += 1
  if (counting.samples.length < 3) counting.samples.push(cell.slice(0, 80))
  if (cell.length <= 60 && counting.values.length < 60 && !counting.values.includes(cell)) counting.values.push(cell)
  if (cell.includes('@')) {
    if (/^[^\s@]+@[^\s@]+\.[^\s@]+/.test(cell)) counting.emails += 1
    return
  }
  countDay(counting, cell)
  if (/^\d{4}$/.test(cell)) counting.fourFigures += 1
  const digits = cell.replace(/\D/g, '').length
  if (/^(\+|00)?[\d\s()./-]+$/.test(cell) && digits >= 8 && digits <= 15) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(cell) || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(cell)) counting.days += 1
    else {
      counting.phones += 1
      if (/^(\+33|0033|0)\s*\(?0?\)?[\s.-]*[67]/.test(cell)) counting.mobiles += 1
    }
  } else if (/^(19|20)\d\d$/.test(cell)) counting.years += 1
  else if (/^\d{5}$/.test(cell)) counting.postcodes += 1
  else if (/^(m|mr|mme|mlle|mrs|ms|miss|monsieur|madame|mademoiselle|m et mme|herr|frau)\.?$/i.test(cell))
    counting.civilities += 1
  else {
    if (/\S\s+\S/.test(cell)) counting.several += 1
    if (/\p{Lu}{2}/u.test(cell) && cell === cell.toUpperCase()) counting.capitals += 1
  }
}

function countDay(counting: Counting, cell: string): void {
  const [, year = '', one = '', sign = '', other = '', last = ''] =
    /^(?:(\d{4})-\d{2}-\d{2}|(\d{1,2})([/.-])(\d{1,2})\3(\d{4}))(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(cell) ?? []
  if (year === '' && last === '') return
  if (Number(year || last) < 2006) counting.oldDays += 1
  // A day with stops has its day first everywhere.
  if (year !== '' || sign === '.') return
  const [first, second] = [Number(one), Number(other)]
  if (first > 12 && second <= 12) counting.dayFirst += 1
  else if (second > 12 && first <= 12) counting.monthFirst += 1
  else if (first !== second && first > 0 && second > 0 && first <= 12) counting.eitherFirst += 1
}
