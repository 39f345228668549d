/**
 * Looks at a directory’s PDF from outside and says what is wrong with it: glyphs of nothing, what no tag holds, running
 * heads that lie, entries parted, letters left alone at the foot, indexes and bookmarks that lead elsewhere.
 */
import { plain, type ReadFile, type ReadPage, type ReadPart } from './read-pages.ts'

/** What is set from left to right, and so is read as it was painted. */
const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u.test(text)

export function faultsOf(file: ReadFile, { names }: { readonly names: readonly string[] }): readonly string[] {
  const faults: string[] = []
  const fault = (page: number, words: string): void => void faults.push(`page ${page}: ${words}`)
  if (file.pages.length % 4 !== 0) fault(file.pages.length, 'not a multiple of four pages')
  if (file.title === '') fault(0, 'no title')
  for (const { number, unmarked, empty } of file.pages) {
    if (unmarked > 0) fault(number, `${unmarked} paintings no tag holds`)
    if (empty > 0) fault(number, `${empty} glyphs of nothing`)
  }
  const lists = file.pages.filter((page) => entriesOf(page).length > 0)
  if (lists.length === 0) fault(0, 'no entries')
  for (const page of lists) {
    for (const words of [...headFaults(page), ...columnFaults(page, lists)]) fault(page.number, words)
  }
  for (const words of indexFaults(file, lists)) faults.push(words)
  for (const { title, page, depth } of file.outline) {
    const heads = file.pages[page - 1]?.parts.filter(({ role }) => role === 'H1' || role === 'H2') ?? []
    const named = depth > 0 && title.length > 1 ? '#' : title
    const found = heads.some(({ text }) => text.toLowerCase() === named.toLowerCase())
    if (!found && !(depth === 0 && page === lists[0]?.number)) fault(page, `the bookmark ${title} is not there`)
  }
  const all = lists.flatMap((page) => entriesOf(page).map(({ text }) => text))
  for (const name of names) {
    // A particle may stand before the name it is told by.
    if (
      isLatin(plain(name)) &&
      !all.some((text) => opensWith(text, name) || text.includes(` ${plain(name)}`) || text.includes(`’${plain(name)}`))
    )
      faults.push(`nowhere: ${name}`)
  }
  return faults
}

/**
 * Whether an entry is filed under a name: without marks, which a letter may be drawn with apart, and without the year, which
 * stands at the end of the first line of a name of two, and without spaces, since a name may be parted after its hyphen. A name too long for its place ends with an ellipsis.
 */
function opensWith(entry: string, name: string): boolean {
  const bare = (text: string) =>
    plain(text)
      .normalize('NFD')
      .replace(/[\p{M}\u200b]/gu, '')
      .replace(/ \d{4}(?= |$)/gu, '')
      .replaceAll(' ', '')
  return bare(entry).startsWith(bare(name.replace(/\s?…$/u, '')))
}

/** Whether an entry is whom an index means: namesakes are told apart by what their entries say, a year, a town. */
function isOf(entry: string, indexed: string): boolean {
  const [name = '', ...apart] = indexed.split(', ')
  const solid = (text: string) => text.replace(/[\s…]/gu, '')
  return opensWith(entry, name) && apart.every((words) => solid(entry).includes(solid(words)))
}

export const entriesOf = ({ parts }: ReadPage): readonly ReadPart[] => parts.filter(({ role }) => role === 'LBody')

/** The head is the first and the last entry of its page. */
function headFaults(page: ReadPage): readonly string[] {
  const entries = entriesOf(page)
  const top = Math.max(...page.beside.map(({ y }) => y))
  const head = page.beside.find(({ y }) => y === top)?.text ?? ''
  const [first = '', last = first] = head.split(' – ')
  const [opens, closes] = [entries[0]?.text ?? '', entries.at(-1)?.text ?? '']
  if (![head, opens, closes].every(isLatin)) return []
  if (opensWith(opens, first) && opensWith(closes, last)) return []
  return [`the head says ${head}; the page goes from ${opens.slice(0, 30)} to ${closes.slice(0, 30)}`]
}

/** Entries go down and never up; a letter has its entry below it, and eight lines of room. */
function columnFaults(page: ReadPage, lists: readonly ReadPage[]): readonly string[] {
  const faults: string[] = []
  const leading = usualStep(lists)
  for (const { lines, text } of entriesOf(page)) {
    // Marks drawn apart stand a little higher than their letter.
    const rises = lines.some(({ y }, at) => at > 0 && y > (lines[at - 1]?.y ?? 0) + 3 * leading)
    if (rises) faults.push(`parted: ${text.slice(0, 40)}`)
  }
  const foot = Math.min(...lists.flatMap((one) => entriesOf(one).flatMap(({ lines }) => lines.map(({ y }) => y))))
  for (const [at, { role, lines, text }] of page.parts.entries()) {
    if (role !== 'H2') continue
    const [head] = lines
    const next = page.parts[at + 1]?.lines[0]
    if (head === undefined || next === undefined || next.y >= head.y) faults.push(`nothing under the letter ${text}`)
    else if ((head.y - foot) / leading < 7) faults.push(`the letter ${text} is at the foot`)
  }
  return faults
}

/** From one line of an entry to the next, as most are. */
function usualStep(lists: readonly ReadPage[]): number {
  const counts = new Map<number, number>()
  for (const page of lists.slice(0, 4))
    for (const { lines } of entriesOf(page))
      for (const [at, { y }] of lines.entries()) {
        const step = Math.round(((lines[at - 1]?.y ?? y) - y) * 10) / 10
        if (step > 1) counts.set(step, (counts.get(step) ?? 0) + 1)
      }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 10
}

/** Each name of an index stands on the page the index says. */
function indexFaults(file: ReadFile, lists: readonly ReadPage[]): readonly string[] {
  const byPage = new Map(lists.map((page) => [page.number, entriesOf(page).map(({ text }) => text)]))
  const after = lists.at(-1)?.number ?? 0
  const indexes = file.outline.filter(({ page, depth }) => depth === 0 && page > after)
  if (indexes.length === 0) return []
  const faults: string[] = []
  let seen = 0
  const headed = ({ parts }: ReadPage) => parts.some(({ role }) => role === 'H1' || role === 'H2')
  for (const page of file.pages.slice(after).filter(headed))
    for (const { role, text } of page.parts) {
      const [, name, at] = role === 'P' ? (/^(.+?) ?(\d+)$/u.exec(text) ?? []) : []
      if (name === undefined || !isLatin(name)) continue
      seen++
      if (!(byPage.get(Number(at)) ?? []).some((entry) => isOf(entry, name)))
        faults.push(`page ${page.number}: the index sends ${name} to page ${at}`)
    }
  if (seen === 0) faults.push('the indexes name nobody')
  return faults
}

/** A booklet: the cover on the right of the first side, and both folios of a side adding up to one more than its pages. */
export function bookletFaults(file: ReadFile, edition: string): readonly string[] {
  const faults: string[] = []
  const [first] = file.pages
  const middle = (first?.width ?? 0) / 2
  if (first?.beside.some(({ x, text }) => x > middle && text === edition) !== true)
    faults.push('the cover is not on the right of the first side')
  let sums = 0
  for (const { number, beside, width } of file.pages) {
    const lowest = (from: number, to: number) =>
      beside.filter(({ x, text }) => x >= from && x < to && /^\d+$/.test(text)).sort((one, other) => one.y - other.y)[0]
    const [left, right] = [lowest(0, width / 2), lowest(width / 2, width)]
    if (left === undefined || right === undefined || Math.abs(left.y - right.y) > 0.5) continue
    sums++
    if (Number(left.text) + Number(right.text) !== file.pages.length * 2 + 1)
      faults.push(`side ${number}: ${left.text} and ${right.text}`)
  }
  if (sums === 0 && file.pages.length > 4) faults.push('no side has two folios')
  return faults
}
