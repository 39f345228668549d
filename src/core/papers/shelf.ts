/** Where made files wait until a visitor fetches them. */
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync } from 'node:fs'
import type { Papers } from '../kit/papers.ts'
import { Refusal } from '../kit/refusal.ts'

/** A multiple of three, so that the pieces' base64 joins without padding in between. */
const PIECE = 600_000
const MOST_PAPERS = 8
const MOST_BYTES = 300_000_000

type Shelf = Pick<Papers, 'keep' | 'keepFile' | 'read' | 'discard'> & { readonly clear: () => void }

/** In memory, or a file on the disk that is deleted when it is forgotten. */
type Kept = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly path: string; readonly size: number }

const sizeOf = (kept: Kept): number => ('bytes' in kept ? kept.bytes.byteLength : kept.size)

/** A file costs no memory. */
const inMemory = (kept: Kept): number => ('bytes' in kept ? kept.bytes.byteLength : 0)

function pieceOf(kept: Kept, offset: number): Buffer {
  if ('bytes' in kept) {
    const piece = kept.bytes.subarray(offset, offset + PIECE)
    return Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
  }
  const piece = Buffer.alloc(Math.max(0, Math.min(PIECE, kept.size - offset)))
  const descriptor = openSync(kept.path, 'r')
  try {
    return piece.subarray(0, readSync(descriptor, piece, 0, piece.byteLength, offset))
  } finally {
    closeSync(descriptor)
  }
}

/** The newest file is always kept, however large; older ones make room, the oldest first. */
export function openShelf(
  limits: { readonly papers: number; readonly bytes: number } = { papers: MOST_PAPERS, bytes: MOST_BYTES },
): Shelf {
  const shelf = new Map<string, Kept>()

  const total = () => {
    let sum = 0
    for (const kept of shelf.values()) sum += inMemory(kept)
    return sum
  }
  const discard = (paper: string): boolean => {
    const kept = shelf.get(paper)
    if (kept !== undefined && 'path' in kept) rmSync(kept.path, { force: true })
    return shelf.delete(paper)
  }
  const put = (name: string, type: string, kept: Kept) => {
    const paper = randomBytes(16).toString('hex')
    shelf.set(paper, kept)
    for (const oldest of shelf.keys()) {
      if (shelf.size <= 1 || (shelf.size <= limits.papers && total() <= limits.bytes)) break
      discard(oldest)
    }
    return { paper, name, type, size: sizeOf(kept) }
  }

  return {
    keep: (name, type, bytes) => put(name, type, { bytes }),
    keepFile: (name, type, path, size) => put(name, type, { path, size }),
    read: (paper, offset) => {
      const kept = shelf.get(paper)
      if (kept === undefined) throw new Refusal('paperMissing')
      const piece = pieceOf(kept, offset)
      const next = offset + piece.byteLength
      return {
        chunk: piece.toString('base64'),
        size: sizeOf(kept),
        ...(piece.byteLength > 0 && next < sizeOf(kept) ? { next } : {}),
      }
    },
    discard,
    clear: () => {
      for (const paper of [...shelf.keys()]) discard(paper)
    },
  }
}
