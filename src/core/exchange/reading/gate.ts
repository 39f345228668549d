/** The first gate: how big the file is and what it really is, whatever its name says. */
import { open } from 'node:fs/promises'
import { Refusal } from '../../kit/refusal.ts'
import { limits } from './limits.ts'
import type { StagedFile } from './reading.types.ts'

const signatures: readonly (readonly [found: string, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x1f, 0x8b]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x4d, 0x5a, 0x90]],
  ['age', [...Buffer.from('age-encryption.org')]],
  // BIFF files of before 1995, which stand alone.
  ['xls', [0x09, 0x08]],
  ['xls', [0x09, 0x04]],
  ['xls', [0x09, 0x02]],
]

const sqlite = [...Buffer.from('SQLite format 3\0')]

const begins = (bytes: Buffer, signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)

/**
 * Judges a staged file by its size and first bytes.
 * Refuses `fileMissing`, `fileEmpty`, `fileTooLarge`, and `fileUnknownFormat` with what was found instead.
 */
export async function formatOfFile(file: StagedFile): Promise<'archive' | 'xml' | 'html' | 'sqlite' | 'text'> {
  let first: Buffer
  let size: number
  try {
    const handle = await open(file.path, 'r')
    try {
      size = (await handle.stat()).size
      first = Buffer.alloc(Math.min(size, 8192))
      await handle.read(first, 0, first.length, 0)
    } finally {
      await handle.close()
    }
  } catch {
    throw new Refusal('fileMissing', { name: file.name })
  }
  if (size === 0) throw new Refusal('fileEmpty', { name: file.name })
  if (size > limits.fileBytes) throw new Refusal('fileTooLarge', { name: file.name, limit: limits.fileBytes })
  if (begins(first, [0x50, 0x4b, 0x03, 0x04]) || begins(first, [0x50, 0x4b, 0x05, 0x06])) return 'archive'
  // The smallest base is one page.
  if (begins(first, sqlite) && size >= 512) return 'sqlite'
  if (begins(first, sqlite)) throw new Refusal('fileUnknownFormat', { name: file.name, found: 'sqlite' })
  const found = begins(first, [0xd0, 0xcf, 0x11, 0xe0])
    ? await oleKind(file.path, size)
    : signatures.find(([, bytes]) => begins(first, bytes))?.[0]
  if (found !== undefined) throw new Refusal('fileUnknownFormat', { name: file.name, found })
  return markupOf(first) ?? 'text'
}

/** Whether a text is XML or a page, by its first words. */
function markupOf(first: Buffer): 'xml' | 'html' | undefined {
  // Zero bytes are those of UTF-16: the signs that are sought are the same.
  const start = first
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff/, '')
    .replaceAll('\0', '')
    .trimStart()
    .slice(0, 4000)
  if (/^<(!doctype\s+html|html|head|body|table|meta|style|div)[\s>]/i.test(start)) return 'html'
  if (!/^<(\?xml\s|!--|!doctype|([\w-]+:)?(workbook|document)[\s>])/i.test(start)) return undefined
  return /<html[\s>]/i.test(start) || (start.startsWith('<!--') && /<(table|body|tr)[\s>]/i.test(start))
    ? 'html'
    : 'xml'
}

/** An old compound file is an `.xls`, or a workbook shut by a password (MS-OFFCRYPTO names its stream). */
async function oleKind(path: string, size: number): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const bytes = Buffer.alloc(Math.min(size, 4_000_000))
    await handle.read(bytes, 0, bytes.length, 0)
    return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'xls'
  } finally {
    await handle.close()
  }
}

/** Refuses decoded text that is another kind of file: markup, address cards, no text at all, or text named as a workbook. */
export function refuseOtherText(sample: string, name: string): void {
  const start = sample
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 2000)
  const found = /^<\?xml|^<(workbook|office:document|x:)/i.test(start)
    ? 'xml'
    : /^<(!doctype|html|head|body|table|meta|style|div|!--)/i.test(start)
      ? 'html'
      : /^begin:vcard/i.test(start)
        ? 'vcard'
        : /^\[\s*\[/.test(start)
          ? 'json'
          : looksBinary(sample)
            ? 'binary'
            : /\.(xls[xm]?|ods)$/i.test(name)
              ? 'text'
              : undefined
  if (found !== undefined) throw new Refusal('fileUnknownFormat', { name, found })
}

function looksBinary(sample: string): boolean {
  const excerpt = sample.slice(0, 20_000)
  let odd = 0
  for (let at = 0; at < excerpt.length; at += 1) {
    const code = excerpt.charCodeAt(at)
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd) odd += 1
  }
  return odd > 8 && odd > excerpt.length * 0.02
}
