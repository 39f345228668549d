/** The photo of a card: what comes inside the file and can be a record's photo; nothing is fetched. */
import { pictureOf } from '../../people/photo.rules.ts'
import type { CardDesk } from './card-desk.ts'
import { cardLimits } from './vcard-limits.ts'
import { bytesInside, textOf } from './vcard-values.ts'

/** The first photo that can be kept, in base64; what is left is said, with why. */
export function cardPhoto(desk: CardDesk): string | undefined {
  let kept: string | undefined
  for (const property of desk.of('PHOTO')) {
    const bytes = bytesInside(property)
    if (bytes === undefined) {
      const written = textOf(property).trim()
      if (written === '') continue
      if (/^data:/i.test(written)) desk.warn('photoUnread', property, '')
      else {
        desk.warn('photoNotFetched', property, written)
        desk.keep('photo', written)
      }
      continue
    }
    const found = property.cut || bytes.length > cardLimits.photoBytes ? 'pictureTooBig' : pictureOf(bytes)
    if (found === 'pictureTooBig') desk.warn('photoTooBig', property, '')
    else if (typeof found === 'string') desk.warn('photoUnread', property, '')
    else if (kept !== undefined) desk.warn('photoSecond', property, '')
    else kept = bytes.toString('base64')
  }
  return kept
}
