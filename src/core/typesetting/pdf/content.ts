import type { Face, Shaped } from '../font/face.ts'
import type { Cells, Colour, ImageFile, Op, Page, Piece, Tag } from '../list/display.ts'

/** Where a face's glyphs stand in the file: the resource name, and the two bytes of each glyph as they stand in a string. */
export type GlyphCodes = {
  readonly resource: string
  /** Codes of glyphs that stand for the character they were first asked for; holes are asked of `code`. */
  readonly codes: readonly (string | undefined)[]
  code(glyph: number, piece: Piece, index: number): string
  /** Code of a glyph that stands for other characters at other places: one per meaning, so that text is copied as it was. */
  codeFor(glyph: number, piece: Piece, index: number): string
  /** Width of a glyph as the file states it, thousandths of an em. */
  widthOf(glyph: number): number
}

/** What page operators need from the file around them. */
export type ContentHost = {
  codesOf(face: Face): GlyphCodes
  write(operators: string): void
  /** Whether what is painted must say what it is; then `tag` null means decoration. */
  readonly tagged: boolean
  begin(tag: Tag | null): void
  end(): void
  link(op: Op & { kind: 'link' }): void
  /** The resource name of an image on this page. */
  imageOf(image: ImageFile): string
}

/** Room between two pieces of a line, in ems, from which they are words apart. */
const LEAP = 0.3

/**
 * Turns one display list into page operators. Consecutive lines share one text object and move by relative steps;
 * font, colour and scaling are written only when they change, which halves the stream.
 */
export class PageContent {
  readonly #host: ContentHost
  #out = ''
  #inText = false
  #font: Face | null = null
  #size = 0
  #scale = 1
  #fill: Colour = '#000000'
  #lineX = 0
  #lineY = 0
  #marked: Tag | null | undefined = undefined
  /** The end of the line painted last in this tag: where it stands, and its last piece. */
  #said: { readonly x: number; readonly y: number; readonly piece: Piece } | undefined

  constructor(host: ContentHost) {
    this.#host = host
  }

  paint(page: Page): void {
    for (const op of page.ops) this.#paint(op)
    this.#mark(undefined)
    this.#leaveText()
    this.#flush()
  }

  #paint(op: Op): void {
    if (op.kind !== 'begin' && op.kind !== 'end' && op.kind !== 'link') this.#mark(null)
    switch (op.kind) {
      case 'line':
        this.#line(op.x, op.y, op.pieces)
        break
      case 'dots':
        this.#dots(op)
        break
      case 'rule':
        this.#shape(
          `${colour(op.colour).toUpperCase()} ${decimal(op.weight)} w ${decimal(op.x1)} ${decimal(op.y1)} m ${decimal(op.x2)} ${decimal(op.y2)} l S`,
        )
        break
      case 'rect':
        this.#shape(
          `${colour(op.colour)} ${decimal(op.x)} ${decimal(op.y)} ${decimal(op.width)} ${decimal(op.height)} re f`,
        )
        break
      case 'cells':
        this.#cells(op)
        break
      case 'image': {
        // Images are upright in their own space, ours grows downwards.
        const [width, height, x, foot] = [op.width, -op.height, op.x, op.y + op.height].map(decimal)
        this.#shape(`${width} 0 0 ${height} ${x} ${foot} cm /${this.#host.imageOf(op.image)} Do`)
        break
      }
      case 'place':
        this.#place(op)
        break
      case 'link':
        this.#host.link(op)
        break
      case 'begin':
        this.#mark(op.tag)
        break
      case 'end':
        this.#mark(undefined)
        break
    }
  }

  /** Opens a marked sequence of a tag, or of decoration (null), after closing the one before; undefined only closes. */
  #mark(tag: Tag | null | undefined): void {
    if (!this.#host.tagged || (tag === null && this.#marked !== undefined)) return
    this.#leaveText()
    this.#flush()
    if (this.#marked !== undefined) this.#host.end()
    if (tag !== undefined) this.#host.begin(tag)
    this.#marked = tag
    this.#said = undefined
  }

  #shape(operators: string): void {
    this.#leaveText()
    this.#out += `q ${operators} Q\n`
  }

  #place({ page, dx, dy, clip }: Op & { kind: 'place' }): void {
    this.#leaveText()
    const box = `${decimal(clip.x)} ${decimal(clip.y)} ${decimal(clip.width)} ${decimal(clip.height)}`
    this.#out += `q ${box} re W n 1 0 0 1 ${decimal(dx)} ${decimal(dy)} cm\n`
    const fill = this.#fill
    for (const op of page.ops) if (op.kind !== 'link' && op.kind !== 'begin' && op.kind !== 'end') this.#paint(op)
    this.#leaveText()
    this.#out += 'Q\n'
    this.#fill = fill
    this.#font = null
    this.#scale = 1
  }

  #line(x: number, y: number, pieces: readonly Piece[]): void {
    if (pieces.length === 0) return
    this.#sayApart()
    const start = x + pieces[0]!.x
    const spoken = this.#marked !== undefined && this.#marked !== null
    this.#moveTo(start, y)
    let pen = start
    let array = ''
    let boxes = ''
    let marked: Piece[] | null = null
    for (const piece of pieces) {
      const changes =
        piece.face !== this.#font ||
        piece.size !== this.#size ||
        piece.scale !== this.#scale ||
        piece.colour !== this.#fill
      if ((changes || piece.softHyphen) && array !== '') {
        this.#out += `[${array}]TJ\n`
        array = ''
      }
      if (changes) this.#style(piece)
      const unit = (piece.size * piece.scale) / 1000
      const gap = x + piece.x - pen
      if (spoken && gap > LEAP * piece.size && piece !== pieces[0]) {
        // A figure at the far end of a line is a word of its own, to whoever hears it.
        const [code, width] = this.#space(piece)
        array += `(${code})${adjustment(width - gap / unit)}`
        pen += gap
      } else if (gap > 0.004 || gap < -0.004) {
        array += adjustment(-gap / unit)
        pen += gap
      }
      if (piece.shaped === null) {
        boxes += this.#box(x, y, piece)
        continue
      }
      const glyphs = this.#glyphs(piece)
      array += piece.softHyphen ? '' : glyphs
      if (piece.softHyphen) this.#out += `/Span <</ActualText <FEFF00AD>>> BDC [${glyphs}]TJ EMC\n`
      if (piece.shaped.offsets !== null && piece.shaped.codePoints?.some((_, i) => isSilent(piece.shaped!, i))) {
        marked ??= []
        marked.push(piece)
      }
      pen += piece.shaped.width * unit
      if (piece.space !== undefined) {
        array += adjustment(-piece.space / unit)
        pen += piece.space
      }
    }
    if (array !== '') this.#out += `[${array}]TJ\n`
    if (marked !== null) this.#silentMarks(x, y, marked)
    if (spoken) {
      const last = pieces[pieces.length - 1]!
      const parted = last.softHyphen === true || /[-‐/@_]$/u.test(last.shaped?.text ?? '')
      this.#said = parted ? undefined : { x: x + last.x + last.width, y, piece: last }
    }
    if (boxes !== '') {
      this.#leaveText()
      this.#out += boxes
    }
  }

  /**
   * A space after the line before, in one tag: whoever hears the page would hear its last word and the next as one. No
   * eye sees it; a word parted by a hyphen is one word.
   */
  #sayApart(): void {
    if (this.#said === undefined) return
    const { x, y, piece } = this.#said
    if (!this.#inText) this.#moveTo(x, y)
    this.#style(piece)
    this.#out += `(${this.#space(piece)[0]})Tj\n`
  }

  /** The code of a space in the face of a piece, and its width in thousandths of an em. */
  #space(piece: Piece): readonly [code: string, width: number] {
    const shaped = piece.face.quick(' ')
    if (shaped === null) return ['', 0]
    const glyph = shaped.glyphs[0]!
    const codes = this.#host.codesOf(piece.face)
    return [codes.codes[glyph] ?? codes.code(glyph, { ...piece, shaped }, 0), shaped.width]
  }

  #glyphs(piece: Piece): string {
    const { face, shaped } = piece
    const host = this.#host.codesOf(face)
    const { glyphs, kerns, offsets } = shaped!
    const { codePoints } = shaped!
    const known = host.codes
    let text = '('
    for (let i = 0; i < glyphs.length; i++) {
      const glyph = glyphs[i]!
      const offset = offsets?.[i]
      if (offset !== undefined && isSilent(shaped!, i)) continue
      const code = codePoints === null ? (known[glyph] ?? host.code(glyph, piece, i)) : host.codeFor(glyph, piece, i)
      if (offset === undefined) text += code
      else text += this.#displaced(code, offset, piece)
      const kern = kerns === null ? 0 : kerns[i]!
      if (kern !== 0) text += `)${tenth(-kern)}(`
    }
    const last = kerns === null ? 0 : kerns[glyphs.length - 1]!
    return offsets === null && last === 0 ? `${text})` : `${text})`.replaceAll('()', ' ')
  }

  /**
   * The parts of letters that say nothing of their own (the dots of Arabic letters, drawn apart), after the whole line:
   * between the letters, their heights would cut the words for whoever searches or copies.
   */
  #silentMarks(x: number, y: number, pieces: readonly Piece[]): void {
    this.#out += '/Span <</ActualText <FEFF>>> BDC\n'
    for (const piece of pieces) {
      const { glyphs, kerns, offsets } = piece.shaped!
      const host = this.#host.codesOf(piece.face)
      const unit = piece.size / 1000
      let pen = x + piece.x
      this.#style(piece)
      for (const [i, glyph] of glyphs.entries()) {
        const offset = offsets?.[i]
        if (offset !== undefined && isSilent(piece.shaped!, i)) {
          this.#moveTo(pen + offset[0] * unit * piece.scale, y - offset[1] * unit)
          this.#out += `(${host.codeFor(glyph, piece, i)})Tj\n`
        }
        pen += (host.widthOf(glyph) + (kerns?.[i] ?? 0)) * unit * piece.scale
      }
    }
    this.#out += 'EMC\n'
  }

  /** A mark moved from where the pen stands: sideways by adjustments, upwards by text rise. */
  #displaced(code: string, [dx, dy]: readonly [number, number], { size }: Piece): string {
    const sideways = dx === 0 ? `(${code})` : `${tenth(-dx)}(${code})${tenth(dx)}`
    if (dy === 0) return `)${sideways}(`
    return `)]TJ ${decimal((dy * size) / 1000)} Ts [${sideways}]TJ 0 Ts [(`
  }

  #dots({ x, y, count, step, face, size, colour: tint }: Op & { kind: 'dots' }): void {
    const dot = face.quick('.')
    if (count < 1 || dot === null) return
    const piece: Piece = { x: 0, width: 0, face, size, colour: tint, shaped: dot, scale: 1 }
    this.#moveTo(x, y)
    this.#style(piece)
    const codes = this.#host.codesOf(face)
    const glyph = dot.glyphs[0]!
    const code = codes.codes[glyph] ?? codes.code(glyph, piece, 0)
    this.#out += `${decimal(step - (dot.width * size) / 1000)} Tc (${code.repeat(count)})Tj 0 Tc\n`
  }

  /** A mask through which the colour is laid (PDF 32000-1, 8.9.6.2): no seam between cells, and a tenth of what boxes take. */
  #cells({ x, y, side, across, bits, colour: tint }: Cells): void {
    const edge = decimal(side)
    this.#shape(
      `${colour(tint)} ${edge} 0 0 -${edge} ${decimal(x)} ${decimal(y + side)} cm\nBI /W ${across} /H ${across} /BPC 1 /IM true /D [1 0] /F /AHx ID ${bits}>\nEI`,
    )
  }

  #box(x: number, y: number, { x: dx, width, size, face, colour: tint }: Piece): string {
    const height = (face.capHeight * size) / 1000
    const side = size * 0.06
    return `q ${colour(tint).toUpperCase()} ${decimal(size * 0.05)} w ${decimal(x + dx + side)} ${decimal(y - height)} ${decimal(width - 2 * side)} ${decimal(height)} re S Q\n`
  }

  #style(piece: Piece): void {
    if (piece.colour !== this.#fill) {
      this.#out += `${colour(piece.colour)} `
      this.#fill = piece.colour
    }
    if (piece.face !== this.#font || piece.size !== this.#size) {
      this.#out += `/${this.#host.codesOf(piece.face).resource} ${decimal(piece.size)} Tf `
      this.#font = piece.face
      this.#size = piece.size
    }
    if (piece.scale !== this.#scale) {
      this.#out += `${decimal(piece.scale * 100)} Tz `
      this.#scale = piece.scale
    }
  }

  /** Positions are rounded to hundredths of a point before the difference is taken, so that steps never drift. */
  #moveTo(x: number, y: number): void {
    const toX = Math.round(x * 100)
    const toY = Math.round(y * 100)
    if (this.#inText) this.#out += `${hundredths(toX - this.#lineX)} ${hundredths(this.#lineY - toY)} Td `
    else {
      this.#out += `BT 1 0 0 -1 ${hundredths(toX)} ${hundredths(toY)} Tm `
      this.#inText = true
    }
    this.#lineX = toX
    this.#lineY = toY
  }

  #leaveText(): void {
    if (this.#inText) this.#out += 'ET\n'
    this.#inText = false
  }

  #flush(): void {
    if (this.#out !== '') this.#host.write(this.#out)
    this.#out = ''
  }
}

/** A glyph without a character: its letter was drawn in parts, of which the first carries the meaning. */
function isSilent({ codePoints }: Shaped, index: number): boolean {
  return codePoints !== null && codePoints[index]!.length === 0
}

function decimal(value: number): string {
  return hundredths(Math.round(value * 100))
}

function hundredths(value: number): string {
  return String(value / 100)
}

function tenth(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function adjustment(value: number): string {
  const rounded = Math.round(value * 10) / 10
  return rounded === 0 ? '' : ` ${rounded}`
}

const operators = new Map<Colour, string>([['#000000', '0 g']])

/** Fill operator of a colour; in capitals it is the stroke operator. */
function colour(value: Colour): string {
  let operator = operators.get(value)
  if (operator === undefined) {
    const parts = [1, 3, 5].map((at) => decimal(Number.parseInt(value.slice(at, at + 2), 16) / 255))
    operator = new Set(parts).size === 1 ? `${parts[0]} g` : `${parts.join(' ')} rg`
    operators.set(value, operator)
  }
  return operator
}
