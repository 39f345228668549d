import { expect, openSample, rowOf, test } from './window.ts'

test('a large photo is made small, shown with its name, changed back by undo; an SVG is refused', async ({
  window,
}) => {
  await openSample(window)
  await rowOf(window, /Achard/)
    .getByRole('link')
    .click()
  const input = window.locator('input[type=file]')
  await expect(window.getByRole('button', { name: 'Ajouter une photo' })).toBeVisible()

  await input.setInputFiles({
    name: 'photo.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  })
  await expect(window.getByText('ce fichier n’est pas une photo JPEG ou PNG')).toBeVisible()

  // Noise does not compress: several megabytes, drawn by the browser itself.
  const noise = await window.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1200
    const drawing = canvas.getContext('2d')
    if (drawing === null) throw new Error('no drawing')
    const dots = drawing.createImageData(2400, 1200)
    for (let at = 0; at < dots.data.length; at += 4) {
      dots.data.set([(at * 7) % 251, (at * 13) % 241, (at * 29) % 239, 255], at)
    }
    drawing.putImageData(dots, 0, 0)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(text)
  })
  await input.setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.from(noise, 'base64') })
  const photo = window.getByRole('img', { name: /^Photo de Achard/ })
  await expect(photo).toBeVisible()
  await expect
    .poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight))
    .toBeCloseTo(2, 1)

  await window.keyboard.press('Control+z')
  await expect(photo).toHaveCount(0)
})
