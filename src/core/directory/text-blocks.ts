/** Running text as somebody types it, read into blocks. */
import type { TextBlock } from './directory.rules.ts'

/**
 * Paragraphs are parted by an empty line; a line that begins with `#` is a heading, one that begins with `-` or `•` an item;
 * `**strong**`, `*italic*`. A mark without its fellow stays as it was typed.
 */
export function textBlocks(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = []
  let lines: string[] = []
  const close = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', spans: spansOf(lines.join(' ')) })
    lines = []
  }
  for (const line of text.split('\n').map((one) => one.trim())) {
    const heading = /^#{1,6}\s+(.+)$/u.exec(line)?.[1]
    const item = /^[-•]\s+(.+)$/u.exec(line)?.[1]
    if (line === '' || heading !== undefined || item !== undefined) close()
    if (heading !== undefined) blocks.push({ kind: 'heading', spans: spansOf(heading) })
    else if (item !== undefined) blocks.push({ kind: 'item', spans: spansOf(item) })
    else if (line !== '') lines.push(line)
  }
  close()
  return blocks
}

function spansOf(text: string): TextBlock['spans'] {
  return text
    .split(/(\*\*[^*\s](?:[^*]*[^*\s])?\*\*|\*[^*\s](?:[^*]*[^*\s])?\*)/u)
    .filter((part) => part !== '')
    .map((part) => {
      const strong = part.length > 4 && part.startsWith('**') && part.endsWith('**')
      const italic = !strong && part.length > 2 && part.startsWith('*') && part.endsWith('*')
      return { text: strong ? part.slice(2, -2) : italic ? part.slice(1, -1) : part, strong, italic }
    })
}
