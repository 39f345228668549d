/** A photo made small enough to be kept: at most 1,000 dots a side and 500,000 bytes. */

const side = 1000
const bytesAtMost = 500_000

/** Bytes in base64, by pieces so that large ones do not overflow the call. */
function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(text)
}

/** Bytes out of base64. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

const isPicture = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xd8) || (bytes[0] === 0x89 && bytes[1] === 0x50)

/**
 * Reads a chosen file as a photo, in base64. What is small already, or is neither JPEG nor PNG, goes as it is: the office
 * tells what it is. A picture the browser cannot draw goes as it is too, cut to what a request may carry.
 */
export async function photoOf(file: File): Promise<string> {
  const whole = new Uint8Array(await file.slice(0, 50_000_000).arrayBuffer())
  if (whole.length <= bytesAtMost || !isPicture(whole)) return base64Of(whole.subarray(0, 590_000))
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file)
  } catch {
    return base64Of(whole.subarray(0, 590_000))
  }
  const canvas = document.createElement('canvas')
  for (let most = side, quality = 0.88; ; most *= 0.8, quality -= 0.05) {
    const scale = Math.min(1, most / Math.max(picture.width, picture.height))
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    const drawing = canvas.getContext('2d')
    if (drawing === null) return base64Of(whole.subarray(0, 590_000))
    // JPEG has no transparency: what was seen through is white.
    drawing.fillStyle = '#fff'
    drawing.fillRect(0, 0, canvas.width, canvas.height)
    drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    if (blob !== null && blob.size <= bytesAtMost) return base64Of(new Uint8Array(await blob.arrayBuffer()))
    if (most < 100) return base64Of(whole.subarray(0, 590_000))
  }
}
