import { visualOrder } from '../text/bidi.ts'
import { UNREADABLE } from '../text/clean.ts'
import { clusters, openTypeTag, type Script, sameRun, scriptOf } from '../text/scripts.ts'
import type { Face, Shaped } from './face.ts'
import type { Fonts } from './registry.ts'

/** Glyphs of one face, in the order they stand on the page; `shaped` is null for a cluster no face can draw. */
export type Run = { readonly face: Face; readonly shaped: Shaped | null; readonly text: string }

type Stretch = { face: Face | null; script: Script | null; text: string }

const IGNORABLE = /\u034f|\u2060|[\u200c-\u200f]|[\ufe00-\ufe0f]/gu
const JOINERS = /\u200c|\u200d/u

/**
 * Text in runs of one face each: for every cluster the first face that has the whole of it. Plain Latin text is one
 * quick run and never looks further. `missing` is told each cluster that no bundled font can draw.
 */
export function runsOf(text: string, wanted: Face, fonts: Fonts, missing: (cluster: string) => void): readonly Run[] {
  const quick = wanted.quick(text)
  if (quick !== null) return [{ face: wanted, shaped: quick, text }]
  return visualOrder(text).flatMap(({ text: part, direction }) => {
    const runs = stretches(part, text, wanted, fonts).flatMap((stretch) => shape(stretch, wanted, direction, missing))
    return direction === 'rtl' ? runs.reverse() : runs
  })
}

function stretches(text: string, whole: string, wanted: Face, fonts: Fonts): readonly Stretch[] {
  const found: Stretch[] = []
  for (const cluster of clusters(text)) {
    const script = scriptOf(cluster.codePointAt(0)!)
    const last = found.at(-1)
    const neutral = script === null && last?.face && covers(last.face, cluster) && staysWith(last, cluster)
    const face = neutral ? last.face : faceFor(cluster, script, whole, wanted, fonts)
    if (last !== undefined && face !== null && last.face === face && sameRun(last.script, script)) {
      last.text += cluster
      last.script ??= script
    } else found.push({ face, script, text: cluster })
  }
  return found
}

/** Latin punctuation and digits in an Arabic line are better drawn by the wanted face; spaces may stay. */
function staysWith(last: Stretch, cluster: string): boolean {
  return last.script !== 'Arabic' || cluster === ' ' || cluster.codePointAt(0)! > 0x7e
}

function faceFor(cluster: string, script: Script | null, whole: string, wanted: Face, fonts: Fonts): Face | null {
  if (cluster.includes(UNREADABLE)) return null
  for (const face of fonts.candidates(wanted, script, whole)) if (covers(face, cluster)) return face
  return null
}

function covers(face: Face, cluster: string): boolean {
  for (const character of cluster.replace(IGNORABLE, '')) if (!face.has(character.codePointAt(0)!)) return false
  return true
}

function shape(
  stretch: Stretch,
  wanted: Face,
  direction: 'ltr' | 'rtl',
  missing: (cluster: string) => void,
): readonly Run[] {
  const { face, script } = stretch
  if (face === null) {
    missing(stretch.text)
    return [{ face: wanted, shaped: null, text: stretch.text }]
  }
  const text = drawable(stretch.text, face)
  const simple = direction === 'ltr' ? face.quick(text) : null
  if (simple !== null) return [{ face, shaped: simple, text }]
  const shaped =
    script === null && direction === 'ltr'
      ? face.layout(text)
      : face.layout(text, script === null ? undefined : openTypeTag(script), direction)
  if (!shaped.glyphs.includes(0)) return [{ face, shaped, text }]
  missing(stretch.text)
  return [{ face: wanted, shaped: null, text: stretch.text }]
}

/** Joiners and variation selectors steer shaping only where the face knows them; elsewhere they would show a box. */
function drawable(text: string, face: Face): string {
  return text.replace(IGNORABLE, (character) =>
    JOINERS.test(character) && face.has(character.codePointAt(0)!) ? character : '',
  )
}
