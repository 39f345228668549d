/** How a table of the register is written for whoever reads it in thirty years: the register says its shape, we the words. */
import type { Register } from '../../register/register.ts'
import { commonColumns, isMoney } from './whole-columns.ts'
import { leftOut, type Said, wholeTables } from './whole-tables.ts'

type Language = 'fr' | 'en'

export type WholeColumn = {
  readonly header: string
  /** What stands in it, for the dictionary. */
  readonly type: string
  /** The file and heading it refers to. */
  readonly link: string
  readonly meaning: Said
  /** The words that may stand in it, when they are those of a list. */
  readonly choices: string
  readonly cell: (value: string | number | null) => string
}

export type WholeSheet = {
  readonly table: string
  readonly file: string
  readonly about: Said
  readonly columns: readonly WholeColumn[]
  /** Rows after a number, at most so many, each led by its own number. */
  readonly rows: (after: number, most: number) => readonly (readonly (string | number | null)[])[]
  readonly count: () => number
}

/** What a number refers to, by the words people know it by. */
const nameOf: Readonly<Record<string, string>> = {
  contact: 'display_name',
  contact_group: 'name',
  member_category: 'name',
  tag: 'name',
  saved_list: 'name',
  due_year: 'name',
}

const types = {
  text: { fr: 'texte', en: 'text' },
  number: { fr: 'nombre entier', en: 'whole number' },
  money: { fr: 'montant', en: 'amount' },
  yesNo: { fr: 'oui ou non', en: 'yes or no' },
  words: { fr: 'mot d’une liste', en: 'word of a list' },
} as const satisfies Record<string, Said>
const yesNo = { fr: ['non', 'oui'], en: ['no', 'yes'] } as const
const nameWord = { fr: ' (nom)', en: ' (name)' } as const

/** Hundredths as an amount: `35,00` in French, `35.00` in English. */
const amount = (cents: number, language: Language): string => {
  const text = `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
  return language === 'fr' ? text.replace('.', ',') : text
}

/** Columns a table keeps to codes, as its own shape says: `kind IN ('a', 'b')`, `free IN (0, 1)`. */
export function codesIn(sql: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...sql.matchAll(/(\w+) IN \(([^()]+)\)/g)].map(([, column = '', list = '']) => [
      column,
      list.split(',').map((code) => code.trim().replace(/^'|'$/g, '')),
    ]),
  )
}

type Info = { readonly name: string; readonly type: string }

/** Every table that goes out, in the order of the words; those the register does not have yet are passed over. */
export function wholeSheets(register: Register, language: Language): readonly WholeSheet[] {
  const there = new Set(register.tables())
  return Object.keys(wholeTables).flatMap((table) => (there.has(table) ? [wholeSheet(register, table, language)] : []))
}

/** Tables of the register that are neither written nor left out for a reason. */
export const forgotten = (register: Register): readonly string[] =>
  register.tables().filter((table) => !Object.hasOwn(wholeTables, table) && !Object.hasOwn(leftOut, table))

function wholeSheet(register: Register, table: string, language: Language): WholeSheet {
  const described = wholeTables[table]
  if (described === undefined) throw new Error(`No words for the table ${table}`)
  const sql = String(register.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table))
  const codes = codesIn(sql)
  const infos = register.prepare(`SELECT name, type FROM pragma_table_info('${table}')`).all() as Info[]
  const links = new Map(
    (
      register.prepare(`SELECT "from", "table" FROM pragma_foreign_key_list('${table}')`).all() as {
        from: string
        table: string
      }[]
    ).map((link) => [link.from, link.table]),
  )
  const columns: WholeColumn[] = []
  const selected: string[] = []
  for (const { name, type } of infos) {
    if (described.without?.includes(name)) continue
    const meaning = described.columns?.[name] ?? commonColumns[name]
    if (meaning === undefined) throw new Error(`No words for the column ${table}.${name}`)
    const target = links.get(name)
    const words = described.words?.[name]
    const isYesNo = codes.get(name)?.join() === '0,1'
    const kind = isMoney(name) ? 'money' : isYesNo ? 'yesNo' : words ? 'words' : type === 'INTEGER' ? 'number' : 'text'
    const linkedTo = target === undefined ? undefined : wholeTables[target]
    selected.push(`t."${name}"`)
    columns.push({
      header: meaning[language],
      type: types[kind][language],
      link: linkedTo === undefined ? '' : `${linkedTo.file[language]}.csv, ${commonColumns.id?.[language]}`,
      meaning,
      choices: words === undefined ? '' : [...new Set(Object.values(words).map((word) => word[language]))].join(', '),
      cell: (value) => {
        if (value === null) return ''
        if (kind === 'money') return amount(Number(value), language)
        if (kind === 'yesNo') return yesNo[language][value === 0 ? 0 : 1]
        return words?.[String(value)]?.[language] ?? String(value)
      },
    })
    const known = target === undefined ? undefined : nameOf[target]
    if (known === undefined) continue
    selected.push(`(SELECT o."${known}" FROM "${target}" AS o WHERE o.id = t."${name}")`)
    columns.push({
      header: meaning[language] + nameWord[language],
      type: types.text[language],
      link: '',
      choices: '',
      meaning: { fr: meaning.fr + nameWord.fr, en: meaning.en + nameWord.en },
      cell: (value) => String(value ?? ''),
    })
  }
  const query = register.prepare(
    `SELECT t.id, ${selected.join(', ')} FROM "${table}" AS t WHERE t.id > ? ORDER BY t.id LIMIT ?`,
  )
  return {
    table,
    file: described.file[language],
    about: described.about,
    columns,
    rows: (after, most) => query.raw().all(after, most) as (string | number | null)[][],
    count: () => Number(register.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
  }
}
