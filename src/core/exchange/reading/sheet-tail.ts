/** What stands after the rows of a sheet and changes their meaning: merged cells, and addresses behind cells. */
import { limits } from './limits.ts'
import type { Merge } from './reading.types.ts'
import { mailAddress } from './sheet-rows.ts'
import { readRelations } from './workbook.ts'
import { type StrictDecoder, xmlDecoder } from './xml.ts'
import { xmlReader } from './xml-scanner.ts'
import { type Archive, unpackedPieces } from './zip.ts'

export type Links = ReadonlyMap<number, readonly { readonly column: number; readonly address: string }[]>
type Hyperlink = { readonly place: string; readonly relation: string }
export type SheetTail = { readonly merges: readonly Merge[]; readonly links: Links }

/** A rectangle, `A1:C3`, in lines and columns from 0; nothing when it cannot be believed. */
export function rectangle(reference: string): Merge | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference)
  if (!found) return undefined
  const column = (letters: string) =>
    [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  const left = column(found[1] as string)
  const top = Number(found[2])
  const right = found[3] === undefined ? left : column(found[3])
  const bottom = found[4] === undefined ? top : Number(found[4])
  return right < left || bottom < top ? undefined : { top, left, bottom, right }
}

/** Bytes that are unpacked and searched at once. */
const searchedBytes = 256 * 1024
/** As much of a piece is looked at again with the next: more than a tag takes. */
const carriedBytes = 200

/**
 * Reads only what follows the rows: the pieces before are unpacked and searched, not parsed. A fragment that cannot
 * be read gives nothing here, since the real reading will say so.
 */
export async function readSheetTail(archive: Archive, part: string): Promise<SheetTail> {
  const merges: Merge[] = []
  const hyperlinks: Hyperlink[] = []
  const entry = archive.find(part)
  if (entry === undefined) return { merges, links: new Map() }
  const reader = xmlReader(
    {
      open: (name, attributes) => {
        if (name === 'mergeCell' && merges.length < limits.merges) {
          const merge = rectangle(attributes.get('ref') ?? '')
          if (merge !== undefined) merges.push(merge)
        } else if (name === 'hyperlink' && hyperlinks.length < limits.rows)
          hyperlinks.push({ place: attributes.get('ref') ?? '', relation: attributes.get('id') ?? '' })
      },
    },
    part,
  )
  let decoder: StrictDecoder | undefined
  let carried: Buffer = Buffer.alloc(0)
  let inTail = false
  try {
    for await (const piece of unpackedPieces(archive, entry, searchedBytes)) {
      decoder ??= xmlDecoder(piece, part)
      if (inTail) reader.write(decoder.piece(piece))
      else {
        const bytes = decoder.wide ? Buffer.from(decoder.piece(piece)) : piece
        const seam = Buffer.concat([carried, bytes.subarray(0, carriedBytes)])
        carried = Buffer.from(bytes.subarray(-carriedBytes))
        if (!bytes.includes('sheetData') && !seam.includes('sheetData')) continue
        const both = Buffer.concat([seam, bytes.subarray(carriedBytes)])
        const end = endOfRows(both)
        if (end < 0) continue
        inTail = true
        const after = both.subarray(end)
        reader.write(`<worksheet>${decoder.wide ? after.toString() : decoder.piece(after)}`)
      }
    }
  } catch {
    // The tail ends with a closing tag whose prefix we do not know: everything before it was read.
  }
  merges.sort((one, other) => one.top - other.top)
  return { merges, links: await mailLinks(archive, part, hyperlinks) }
}

/** Where what follows the rows begins, or -1. */
function endOfRows(bytes: Buffer): number {
  // A sign a byte: places in the text are places in the bytes.
  const end = /<\/(?:[\w.-]+:)?sheetData\s*>|<(?:[\w.-]+:)?sheetData\s*\/>/.exec(bytes.toString('latin1'))
  return end ? end.index + end[0].length : -1
}

async function mailLinks(archive: Archive, part: string, hyperlinks: readonly Hyperlink[]): Promise<Links> {
  const links = new Map<number, { column: number; address: string }[]>()
  if (hyperlinks.length === 0) return links
  const relations = await readRelations(archive, part)
  for (const link of hyperlinks) {
    const address = mailAddress(relations.get(link.relation)?.target ?? '')
    const place = rectangle(link.place)
    if (address === undefined || place === undefined || place.bottom - place.top > 1000) continue
    for (let line = place.top; line <= place.bottom; line += 1) {
      const known = links.get(line) ?? []
      if (known.length < 20) known.push({ column: place.left, address })
      links.set(line, known)
    }
  }
  return links
}
