import type { ReactNode } from 'react'
import type { PlainKey } from '../i18n/words.tsx'
import { AddLine, type ListName, MoveLine, RemoveLine } from './FormLines.tsx'
import type { RecordFormOf } from './IdentityFields.tsx'
import classes from './Record.module.css'
import type { RecordValues } from './record-values.ts'

/** The lines of a list of the sheet, each with its fields, its removal, and its move up when their order says something. */
export function Lines<List extends ListName>({
  form,
  list,
  add,
  empty,
  ordered = false,
  tall = false,
  children,
}: {
  readonly form: RecordFormOf
  readonly list: List
  readonly add: PlainKey
  readonly empty: RecordValues[List][number]
  readonly ordered?: boolean
  /** A line takes several rows: it stands apart from the one before. */
  readonly tall?: boolean
  /** The fields of one line; `field` gives the form's properties of one of them. */
  readonly children: (
    field: (name: keyof RecordValues[List][number] & string) => ReturnType<RecordFormOf['getInputProps']>,
    line: RecordValues[List][number],
    index: number,
  ) => ReactNode
}) {
  const lines = form.values[list] as readonly RecordValues[List][number][]
  return (
    <div>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line of the form is its place
        <div className={tall ? `${classes.line} ${classes.tall}` : classes.line} key={index}>
          <div className={classes.cells}>
            {children((name) => form.getInputProps(`${list}.${index}.${name}`), line, index)}
          </div>
          {ordered && (
            <MoveLine
              disabled={index === 0}
              onClick={() => form.reorderListItem(list, { from: index, to: index - 1 })}
            />
          )}
          <RemoveLine form={form} list={list} index={index} />
        </div>
      ))}
      <AddLine form={form} list={list} empty={empty} words={add} />
    </div>
  )
}
