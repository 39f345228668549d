/** Reads JSON of other programs as a table: each object is a row, the names of what it holds are the headings. */
import { createReadStream } from 'node:fs'
import { Refusal } from '../../kit/refusal.ts'
import type { readTextFile } from '../reading/csv.ts'
import { textReader } from '../reading/encoding.ts'
import { limits } from '../reading/limits.ts'
import type { RowSink } from '../reading/reading.types.ts'
import { type JsonShape, jsonCutter } from './json-pieces.ts'
import { isJsonList, isJsonObject, type JsonValue, jsonValue } from './json-value.ts'

type TextFile = Awaited<ReturnType<typeof readTextFile>>

/** Goes through the objects of a file, each with its line; `all`: see `jsonCutter`. */
export async function jsonObjects(
  path: string,
  { encoding, size }: Pick<TextFile, 'encoding' | 'size'>,
  shape: JsonShape,
  give: (text: string, line: number, list: string) => void,
  pause: RowSink['pause'],
  all = false,
): Promise<void> {
  const cutter = jsonCutter(shape, give, all)
  const reader = textReader(encoding)
  let done = 0
  for await (const piece of createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Buffer>) {
    done += piece.length
    cutter.piece(reader.piece(piece))
    await pause(done, size)
  }
  cutter.piece(reader.end())
  cutter.end()
}

/** Names of things inside things are joined by points: `adresse.ville`; several plain values share a cell, a line each. */
function cellsOf(value: JsonValue, name: string, give: (name: string, cell: string) => void): void {
  if (isJsonObject(value)) {
    for (const [inner, one] of value.members) cellsOf(one, name === '' ? inner : `${name}.${inner}`, give)
  } else if (isJsonList(value)) {
    if (value.some((one) => isJsonObject(one) || isJsonList(one))) {
      for (const [at, one] of value.entries()) cellsOf(one, at === 0 ? name : `${name}.${at + 1}`, give)
    } else give(name, value.map(textOf).filter(Boolean).join('\n'))
  } else give(name, textOf(value))
}

const textOf = (value: JsonValue): string => (value === null ? '' : String(value))

/**
 * Gives the headings as line 1, then each object as a row. Read twice, since what the last object alone says is a
 * column too. Refuses `fileMalformed`, `fileTooManyColumns`, `fileTooManyRows`.
 */
export async function readJsonTable(path: string, file: TextFile, shape: JsonShape, sink: RowSink): Promise<void> {
  const columns = new Map<string, number>()
  const rowOf = (text: string, line: number, take: (name: string, cell: string) => void) => {
    const value = jsonValue(text)
    if (value === undefined) throw new Refusal('fileMalformed', { reason: 'json', line })
    cellsOf(value, '', (name, cell) => take(name.slice(0, 200), cell))
  }
  let rows = 0
  await jsonObjects(
    path,
    file,
    shape,
    (text, line) => {
      rows += 1
      if (rows > limits.rows) throw new Refusal('fileTooManyRows', { limit: limits.rows })
      rowOf(text, line, (name) => {
        if (columns.has(name)) return
        if (columns.size >= limits.columns)
          throw new Refusal('fileTooManyColumns', { columns: columns.size + 1, limit: limits.columns, line })
        columns.set(name, columns.size)
      })
    },
    (done, total) => sink.pause(done / 2, total),
  )
  if (rows === 0) return
  sink.row({ line: 1, cells: [...columns.keys()] })
  let line = 1
  await jsonObjects(
    path,
    file,
    shape,
    (text, at) => {
      line += 1
      const cells = Array.from({ length: columns.size }, () => '')
      const given = new Set<number>()
      rowOf(text, at, (name, cell) => {
        const column = columns.get(name) as number
        if (given.has(column)) sink.note({ line, column, code: 'nameTwice', text: name })
        given.add(column)
        if (cell.length > limits.cellCharacters)
          sink.note({ line, column, code: 'cellCut', text: String(limits.cellCharacters) })
        cells[column] = cell.slice(0, limits.cellCharacters)
      })
      if (cells.some((cell) => cell !== '')) sink.row({ line, cells })
    },
    (done, total) => sink.pause(total / 2 + done / 2, total),
  )
}
