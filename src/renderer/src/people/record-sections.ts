/** The parts of a record that are read and typed over by themselves, and what each holds. */
import type { PlainKey } from '../i18n/words.tsx'
import type { RecordKind, RecordValues } from './record-values.ts'

export type SectionName =
  | 'identity'
  | 'life'
  | 'aliases'
  | 'honours'
  | 'reach'
  | 'association'
  | 'stays'
  | 'mandates'
  | 'representatives'
  | 'supports'
  | 'others'

type Part = {
  readonly section: SectionName
  readonly words: PlainKey
  readonly fields: readonly (keyof RecordValues)[]
  /** Kinds that have it; both when absent. */
  readonly kind?: RecordKind
  /** Always in the whole form; the others come when filled, or when asked for. */
  readonly usual?: true
}

/** In the order of the form. */
export const recordParts: readonly Part[] = [
  {
    section: 'identity',
    words: 'record.identity',
    usual: true,
    fields: [
      ...([
        'civility',
        'title',
        'firstName',
        'otherNames',
        'particle',
        'lastName',
        'birthName',
        'studiedName',
      ] as const),
      ...(['nobility', 'suffix', 'pronoun', 'name', 'acronym', 'originalName', 'sortOverride'] as const),
    ],
  },
  { section: 'life', words: 'record.life', kind: 'person', usual: true, fields: ['born', 'birthPlace', 'died'] },
  {
    section: 'reach',
    words: 'record.reach',
    usual: true,
    fields: ['addresses', 'phones', 'emails', 'languages'],
  },
  {
    section: 'association',
    words: 'record.association',
    usual: true,
    fields: ['status', 'category', 'memberNumber', 'joined', 'left', 'profession', 'groups', 'tags', 'confirmed'],
  },
  { section: 'aliases', words: 'field.aliases', fields: ['aliases'] },
  { section: 'honours', words: 'field.honours', fields: ['honours'] },
  { section: 'stays', words: 'field.stays', kind: 'person', fields: ['stays'] },
  { section: 'mandates', words: 'field.mandates', fields: ['mandates'] },
  {
    section: 'representatives',
    words: 'field.representatives',
    kind: 'organisation',
    usual: true,
    fields: ['representatives'],
  },
  { section: 'supports', words: 'field.supports', fields: ['supports'] },
  { section: 'others', words: 'record.others', usual: true, fields: ['notes', 'extras'] },
]

/** The parts a kind of record has. */
export const partsOf = (kind: RecordKind): readonly Part[] =>
  recordParts.filter((part) => part.kind === undefined || part.kind === kind)

/** The part a field of the form belongs to: `stays.0.until` to the stays. */
export const sectionOf = (path: string): SectionName | undefined =>
  recordParts.find(({ fields }) => fields.some((field) => field === path.split('.')[0]))?.section

/** Whether something is said in a part. */
export const isFilled = (section: SectionName, values: Readonly<Record<string, unknown>>): boolean =>
  recordParts
    .find((part) => part.section === section)
    ?.fields.some((field) => {
      const value = values[field]
      return Array.isArray(value) ? value.length > 0 : typeof value === 'string' && value !== ''
    }) ?? false
