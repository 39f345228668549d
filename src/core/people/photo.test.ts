/** Photos: told by their bytes, kept once for all, undone. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answers, create, lastAct, refusal, register, undo } from './people.fixture.ts'
import { pictureOf } from './photo.rules.ts'

const png = (width: number, height: number, more: readonly number[] = []): Buffer => {
  const header = Buffer.alloc(25)
  header.writeUInt32BE(13, 0)
  header.write('IHDR', 4)
  header.writeUInt32BE(width, 8)
  header.writeUInt32BE(height, 12)
  const end = Buffer.alloc(12)
  end.write('IEND', 4)
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), header, end, Buffer.from(more)])
}
const jpeg = (width: number, height: number): Buffer => {
  const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), frame, Buffer.from([0xff, 0xd9])])
}
const set = (id: number, bytes: Buffer) =>
  register.order('people.setPhoto', '', () => answers.setPhoto({ id, bytes: bytes.toString('base64') }))

describe('a picture by its bytes', () => {
  it('is a PNG or a JPEG with its dimensions', () => {
    expect(pictureOf(png(640, 480))).toEqual({ type: 'image/png', width: 640, height: 480 })
    expect(pictureOf(jpeg(640, 480))).toEqual({ type: 'image/jpeg', width: 640, height: 480 })
    expect(pictureOf(Buffer.concat([jpeg(1, 1), Buffer.alloc(3)]))).toMatchObject({ width: 1 })
  })

  it.each<[string, Buffer, string]>([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'notAPicture'],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 'notAPicture'],
    ['nothing', Buffer.alloc(0), 'notAPicture'],
    ['20,000 dots a side', png(20_000, 10), 'pictureTooBig'],
    ['more than 40 million dots', png(10_000, 4001), 'pictureTooBig'],
    ['20,000 dots a side, JPEG', jpeg(10, 20_000), 'pictureTooBig'],
    ['no dots', png(0, 10), 'brokenPicture'],
    ['a cut PNG', png(10, 10).subarray(0, 30), 'brokenPicture'],
    ['a cut JPEG', jpeg(10, 10).subarray(0, 12), 'brokenPicture'],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9]), 'brokenPicture'],
    ['a JPEG whose lengths lie', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0xff, 0xd9]), 'brokenPicture'],
  ])('%s is refused', (_, bytes, reason) => {
    expect(pictureOf(bytes)).toBe(reason)
    const id = create({})
    expect(refusal(() => set(id, bytes))).toMatchObject({ code: 'invalidInput', values: { reason }, field: 'bytes' })
    expect(answers.photo({ id })).toBeNull()
  })
})

describe('the photo of a contact', () => {
  it('is kept, replaced, removed, and each is undone', async () => {
    const id = create({})
    const [one, other] = [png(10, 20), jpeg(30, 40)]
    set(id, one)
    expect(answers.photo({ id })).toEqual({
      ...{ type: 'image/png', width: 10, height: 20, bytes: one.toString('base64') },
    })
    const file = join(register.folder, 'documents', createHash('sha256').update(one).digest('hex'))
    expect(readFileSync(file)).toEqual(one)
    set(id, other)
    expect(answers.photo({ id })).toMatchObject({ type: 'image/jpeg', width: 30 })
    expect(existsSync(file)).toBe(true)
    await undo(lastAct())
    expect(answers.photo({ id })).toMatchObject({ type: 'image/png', width: 10 })
    register.order('people.removePhoto', '', () => answers.removePhoto({ id }))
    expect(answers.photo({ id })).toBeNull()
    await undo(lastAct())
    expect(answers.photo({ id })).toMatchObject({ width: 10 })
  })

  it('is not shown when its file is no longer what it was, and can be given again', () => {
    const id = create({})
    const photo = png(10, 20)
    set(id, photo)
    const file = join(register.folder, 'documents', createHash('sha256').update(photo).digest('hex'))
    writeFileSync(file, 'something else')
    expect(answers.photo({ id })).toBeNull()
    set(id, photo)
    expect(answers.photo({ id })).toMatchObject({ width: 10 })
  })

  it('is of a contact there is', () => {
    expect(refusal(() => set(99, png(1, 1)))).toMatchObject({ code: 'notFound', field: 'id' })
    expect(refusal(() => answers.photo({ id: 99 }))).toMatchObject({ code: 'notFound', field: 'id' })
  })
})
