/** Where made files wait until a visitor fetches them. */
import { randomBytes } from 'node:crypto'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'

/** A multiple of three, so that the pieces' base64 joins without padding in between. */
const PIECE = 600_000
const MOST_PAPERS = 8
const MOST_BYTES = 300_000_000

type Shelf = Pick<Papers, 'keep' | 'read' | 'discard'> & { readonly clear: () => void }

/** The newest file is always kept, however large; older ones make room, the oldest first. */
export function openShelf(
  limits: { readonly papers: number; readonly bytes: number } = { papers: MOST_PAPERS, bytes: MOST_BYTES },
): Shelf {
  const shelf = new Map<string, Uint8Array<ArrayBuffer>>()

  const total = () => {
    let sum = 0
    for (const bytes of shelf.values()) sum += bytes.byteLength
    return sum
  }

  return {
    keep: (name, type, bytes) => {
      const paper = randomBytes(16).toString('hex')
      shelf.set(paper, bytes)
      for (const oldest of shelf.keys()) {
        if (shelf.size <= 1 || (shelf.size <= limits.papers && total() <= limits.bytes)) break
        shelf.delete(oldest)
      }
      return { paper, name, type, size: bytes.byteLength }
    },
    read: (paper, offset) => {
      const bytes = shelf.get(paper)
      if (bytes === undefined) throw new Refusal('paperMissing')
      const piece = bytes.subarray(offset, offset + PIECE)
      const next = offset + piece.byteLength
      return {
        chunk: Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('base64'),
        size: bytes.byteLength,
        ...(piece.byteLength > 0 && next < bytes.byteLength ? { next } : {}),
      }
    },
    discard: (paper) => shelf.delete(paper),
    clear: () => shelf.clear(),
  }
}
