import { clusters, scriptOf } from './scripts.ts'

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const THAI = /\p{Script=Thai}/u
/** Closing marks that may not begin a line, in East Asian setting. */
const NO_START = /^[、。，．）」』】！？：；ー々,.!?:;)\]]/u
let thaiWords: Intl.Segmenter | undefined

/**
 * Text in pieces between which a line may end. Ordinary text breaks after spaces, and after a hyphen or a slash
 * inside a long word; Chinese and Japanese between characters; Thai between the words of ICU's dictionary.
 */
export function textBreaks(text: string): readonly string[] {
  const words = text.match(/[^ ]* +|[^ ]+$/g) ?? []
  if (THAI.test(text)) {
    thaiWords ??= new Intl.Segmenter('th', { granularity: 'word' })
    const segmenter = thaiWords
    return words.flatMap((word) =>
      THAI.test(word) ? glued([...segmenter.segment(word)].map((part) => part.segment)) : [word],
    )
  }
  return words.flatMap((word) =>
    DENSE.test(word) ? denseBreaks(word) : word.split(/(?<=[\p{L}\d]{2}[-–]|\p{L}{2}\/)(?=[\p{L}\d]{2})/u),
  )
}

/**
 * A mail address may be broken before `@` or after a full stop (which says that it goes on), never with a hyphen (it
 * would be read as part of it).
 */
export function mailBreaks(text: string): readonly string[] {
  return text.split(/(?=@)|(?<=[. ])/)
}

/** The last resort for what fits no line: every cluster. */
export function clusterBreaks(text: string): readonly string[] {
  return clusters(text)
}

function denseBreaks(word: string): string[] {
  const found: string[] = []
  for (const cluster of clusters(word)) {
    const last = found.length - 1
    const stays =
      last >= 0 &&
      (NO_START.test(cluster) || (scriptOf(cluster.codePointAt(0)!) === null && !DENSE.test(found[last]!.slice(-1))))
    if (stays) found[last] += cluster
    else found.push(cluster)
  }
  return found
}

function glued(segments: readonly string[]): string[] {
  const found: string[] = []
  for (const segment of segments)
    if (found.length > 0 && /^[\s\p{P}]/u.test(segment)) found[found.length - 1] += segment
    else found.push(segment)
  return found
}
