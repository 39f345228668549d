/**
 * The association's own fields: what suits a type and how it is kept. Pure: the form says the same as the office.
 *
 * A number stays as written (`1 200,5`), a day is kept as `1962-05-31` or a part of it, a choice in the spelling of its
 * list, several parted by `; `, a yes or no as `oui` or `non`, a file as the name of its document and its own.
 */
import { fold } from '../../kit/text.ts'
import { dayWritten } from '../day.rules.ts'
import type { ContactInput } from '../people.requests.ts'
import { foldedName } from '../people.rules.ts'

export const fieldTypes = ['text', 'number', 'day', 'choice', 'choices', 'yesNo', 'link', 'file'] as const
export type FieldType = (typeof fieldTypes)[number]
export const fieldApplies = ['person', 'organisation', 'both'] as const

export type CustomField = {
  readonly id: number
  readonly revision: number
  readonly name: string
  readonly type: FieldType
  readonly applies: (typeof fieldApplies)[number]
  readonly choices: readonly string[]
  /** Fields of one repeatable group are filled together, several times over; empty: filled once. */
  readonly repeatsIn: string
}

/** What decides whether a value suits. */
export type FieldShape = Pick<CustomField, 'type' | 'choices'>

export const fieldReasons = {
  text: 'too_long',
  number: 'notANumber',
  day: 'notADay',
  choice: 'notAChoice',
  choices: 'notAChoice',
  yesNo: 'notYesNo',
  link: 'notALink',
  file: 'notAFile',
} as const satisfies Record<FieldType, string>
export type FieldReason = (typeof fieldReasons)[FieldType] | 'notOfThisKind' | 'saidTwice'

const yes: readonly string[] = ['oui', 'yes', 'vrai', 'true', 'x', '1', 'o', 'y']
const no: readonly string[] = ['non', 'no', 'faux', 'false', '0', 'n']
/** Whether a kept value says yes; undefined when it is neither. */
export function saysYes(value: string): boolean | undefined {
  const word = fold(value)
  return yes.includes(word) ? true : no.includes(word) ? false : undefined
}

export const choiceSeparator = '; '
/** The choices a kept value holds. */
export const choicesIn = (value: string): readonly string[] =>
  value
    .split(/[;\n]/)
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '')

const fileValue = /^([0-9a-f]{64}) (.+)$/
/** A kept file by the name of its document (SHA-256) and its own; undefined when the value is none. */
export function fileIn(value: string): { readonly sha256: string; readonly name: string } | undefined {
  const [, sha256, name] = fileValue.exec(value) ?? []
  return sha256 === undefined || name === undefined ? undefined : { sha256, name }
}

/** Whether a text is a number as people write it: figures, a comma or a point, spaces between thousands. */
const aNumber = /^[+-]?\d+([ \u00a0\u202f]\d{3})*([.,]\d+)?$/

/** A value in the form its type keeps; undefined when it does not suit. An empty one suits every type. */
export function fitted({ type, choices }: FieldShape, value: string): string | undefined {
  const written = value.trim()
  if (written === '') return ''
  switch (type) {
    case 'text':
      return written
    case 'number':
      return aNumber.test(written) ? written : undefined
    case 'day':
      return dayWritten(written)
    case 'choice':
      return choices.find((choice) => foldedName(choice) === foldedName(written))
    case 'choices': {
      const found = choicesIn(written).map((one) => choices.find((choice) => foldedName(choice) === foldedName(one)))
      return found.includes(undefined) ? undefined : [...new Set(found)].join(choiceSeparator)
    }
    case 'yesNo': {
      const said = saysYes(written)
      return said === undefined ? undefined : said ? 'oui' : 'non'
    }
    case 'link':
      return isLink(written) ? written : undefined
    case 'file':
      return fileIn(written) === undefined ? undefined : written
  }
}

function isLink(text: string): boolean {
  if (!/^(https?:\/\/|mailto:)\S+$/i.test(text)) return false
  return URL.canParse(text)
}

export const appliesTo = ({ applies }: Pick<CustomField, 'applies'>, kind: ContactInput['kind']): boolean =>
  applies === 'both' || applies === kind

type Extras = ContactInput['extras']

/** Fields by the folded form of their name. */
export const fieldsByName = (fields: readonly CustomField[]): ReadonlyMap<string, CustomField> =>
  new Map(fields.map((field) => [foldedName(field.name), field]))

type ExtraTrouble = { readonly field: string; readonly reason: FieldReason }

/**
 * The values of a sheet that do not suit their field, or fill once more one that is filled already, by path. A field that
 * repeats is filled once for each filling of its group; one that nobody defined may yet be made to. What the record says already (`before`) is left alone, so
 * that an old value out of place does not stand in the way of a new phone number.
 */
export function extraTroubles(
  { kind, extras }: Pick<ContactInput, 'kind' | 'extras'>,
  fields: readonly CustomField[],
  before: Extras = [],
): readonly ExtraTrouble[] {
  if (extras.length === 0) return []
  const named = fieldsByName(fields)
  const placeOf = ({ name, occurrence }: Extras[number]): string => {
    const folded = foldedName(name)
    return named.get(folded)?.repeatsIn === '' ? folded : `${folded} ${occurrence}`
  }
  const filled = new Set<string>()
  return extras.flatMap((extra, at): readonly ExtraTrouble[] => {
    const { name, value } = extra
    if (value.trim() === '') return []
    const place = placeOf(extra)
    if (filled.has(place)) {
      const already = before.filter((old) => placeOf(old) === place).length > 1
      if (!already) return [{ field: `extras.${at}.name`, reason: 'saidTwice' as const }]
    }
    filled.add(place)
    const field = named.get(foldedName(name))
    if (field === undefined || before.some((old) => old.name === name && old.value === value)) return []
    if (!appliesTo(field, kind)) return [{ field: `extras.${at}.name`, reason: 'notOfThisKind' as const }]
    return fitted(field, value) === undefined ? [{ field: `extras.${at}.value`, reason: fieldReasons[field.type] }] : []
  })
}

/** A sheet's values in the form their types keep, under the fields' own spelling; those that do not suit as they are. */
export function fittedExtras(extras: Extras, fields: readonly CustomField[]): Extras {
  if (fields.length === 0) return extras
  const named = fieldsByName(fields)
  return extras.map((extra) => {
    const field = named.get(foldedName(extra.name))
    return field === undefined
      ? extra
      : { ...extra, name: field.name, value: fitted(field, extra.value) ?? extra.value }
  })
}
