/** Which kind a file is of by what is in it, so that nothing is replaced but a file of the kind that is made. */
import { closeSync, openSync, readSync, type Stats } from 'node:fs'
import { extname } from 'node:path'

/** Bytes looked at where a file begins. */
const headSize = 4096
/** The end of a zip is within its last 65,557 bytes (its comment is at most 65,535); its directory is far shorter than this. */
const tailSize = 65_557
const longestDirectory = 1_000_000

/** Beginnings of files that are text to the eye but no list: PDF, PostScript, RTF, pages, programs for a shell. */
const notAList = /^(\xef\xbb\xbf)?\s*(%PDF-|%!|\{\\rtf|<|#!)/i
/** Text has no control bytes but tabs and line ends; pictures, archives and programs have, among their first. */
const isControl = (byte: number): boolean => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d

type Reader = (from: number, length: number) => Buffer

const kinds: Readonly<Record<string, (read: Reader, size: number) => boolean>> = {
  '.pdf': (read) => read(0, 5).toString('latin1') === '%PDF-',
  '.xlsx': isWorkbook,
  // Its first entry says what it is, as it is (OpenDocument 1.3, part 2, 3.3).
  '.ods': (read) => read(30, 54).toString('latin1') === 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
  '.zip': (read) => read(0, 4).toString('latin1') === 'PK\x03\x04',
  '.csv': (read) => {
    const head = read(0, headSize)
    return !head.some(isControl) && !notAList.test(head.toString('latin1'))
  },
  '.vcf': (read) => /^(\ufeff|\xef\xbb\xbf)?\s*begin:vcard/i.test(read(0, headSize).toString('latin1')),
  // An object or a list; `{\rtf` is a letter.
  '.json': (read) => /^\s*(\{\s*["}]|\[\s*[[\]{"\d\-tfn])/.test(read(0, headSize).toString('utf8')),
}

/** A zip whose directory names the parts of a workbook: a text document or an archive is a zip as well. */
function isWorkbook(read: Reader, size: number): boolean {
  if (read(0, 4).toString('latin1') !== 'PK\x03\x04') return false
  const tail = read(Math.max(0, size - tailSize), tailSize)
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > tail.length) return false
  const length = tail.readUInt32LE(end + 12)
  if (length > longestDirectory) return false
  const directory = read(tail.readUInt32LE(end + 16), length)
  const names: string[] = []
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const name = directory.readUInt16LE(at + 28)
    names.push(directory.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return names.includes('[Content_Types].xml') && names.some((name) => name.startsWith('xl/'))
}

/** Whether a file, empty or not, is of the kind that `asked` ends with, by what is in it. */
export function isOfKind(asked: string, file: string, { size }: Stats): boolean {
  const kind = kinds[extname(asked).toLowerCase()]
  if (kind === undefined || size === 0) return size === 0
  const descriptor = openSync(file, 'r')
  try {
    const read: Reader = (from, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - from)))
      return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, from))
    }
    return kind(read, size)
  } finally {
    closeSync(descriptor)
  }
}
