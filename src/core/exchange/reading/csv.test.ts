import { afterAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../kit/refusal.ts'
import type { Encoding } from './reading.types.ts'
import { readOut, scratch } from './test-files.ts'

const place = scratch()
afterAll(place.clear)

const text = 'Nom;Prénom;Ville;Don;Note\r\nLefèvre;Zoë;Besançon;12 €;l’œuvre « où »\r\nÉtienne;Jérôme;Nîmes;;À côté\r\n'
const tables: Readonly<Record<string, string>> = {
  macintosh:
    'Ä_Å_Ç_É_Ñ_Ö_Ü_á_à_â_ä_ã_å_ç_é_è_ê_ë_í_ì_î_ï_ñ_ó_ò_ô_ö_õ_ú_ù_û_ü_†_°_¢_£_§_•_¶_ß_®_©_™_´_¨_≠_Æ_Ø_∞_±_≤_≥_¥_µ_∂_∑_∏_π_∫_ª_º_Ω_æ_ø_¿_¡_¬_√_ƒ_≈_∆_«_»_…_ _À_Ã_Õ_Œ_œ_–_—_“_”_‘_’_÷_◊_ÿ_Ÿ_⁄_€',
}
/** Encodes for the fixtures with tables written here, not with the decoders under test. */
function encoded(written: string, encoding: Encoding, mark = false): Buffer {
  const codes = [...(mark ? `\ufeff${written}` : written)].map((character) => character.codePointAt(0) as number)
  const wide = (size: 2 | 4, little: boolean) => {
    const buffer = Buffer.alloc(codes.length * size)
    for (const [at, code] of codes.entries()) {
      if (size === 2) little ? buffer.writeUInt16LE(code, at * 2) : buffer.writeUInt16BE(code, at * 2)
      else little ? buffer.writeUInt32LE(code, at * 4) : buffer.writeUInt32BE(code, at * 4)
    }
    return buffer
  }
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(mark ? `\ufeff${written}` : written, 'utf8')
    case 'utf-16le':
      return wide(2, true)
    case 'utf-16be':
      return wide(2, false)
    case 'utf-32le':
      return wide(4, true)
    case 'utf-32be':
      return wide(4, false)
    case 'windows-1252':
      return Buffer.from(codes.map((code) => ({ 8364: 0x80, 8217: 0x92, 339: 0x9c })[code] ?? code))
    case 'iso-8859-15':
      return Buffer.from(codes.map((code) => ({ 8364: 0xa4, 339: 0xbd, 8217: 0x27 })[code] ?? code))
    case 'macintosh': {
      const high = (tables.macintosh as string).split('_')
      return Buffer.from(
        [...written].map((character) =>
          character < '\u0080' ? character.charCodeAt(0) : 128 + high.indexOf(character),
        ),
      )
    }
    case 'ibm850': {
      const places: Record<string, number> = {
        é: 0x82,
        è: 0x8a,
        ë: 0x89,
        ç: 0x87,
        ô: 0x93,
        î: 0x8c,
        É: 0x90,
        À: 0xb7,
        ù: 0x97,
        '«': 0xae,
        '»': 0xaf,
      }
      return Buffer.from([...written].map((character) => places[character] ?? character.charCodeAt(0)))
    }
    default:
      throw new Error(`No table for ${encoding}`)
  }
}

describe('encodings', () => {
  const cases: readonly (readonly [name: string, Encoding, boolean])[] = [
    ['UTF-8', 'utf-8', false],
    ['UTF-8 with its mark', 'utf-8', true],
    ['UTF-16 LE', 'utf-16le', false],
    ['UTF-16 LE with its mark', 'utf-16le', true],
    ['UTF-16 BE', 'utf-16be', false],
    ['UTF-16 BE with its mark', 'utf-16be', true],
    ['UTF-32 LE', 'utf-32le', false],
    ['UTF-32 LE with its mark', 'utf-32le', true],
    ['UTF-32 BE', 'utf-32be', false],
    ['UTF-32 BE with its mark', 'utf-32be', true],
    ['Windows-1252', 'windows-1252', false],
    ['Mac Roman', 'macintosh', false],
  ]
  test.each(cases)('%s is found and read without a wrong letter', async (name, encoding, mark) => {
    const read = await readOut(place.file(`${name}.csv`, encoded(text, encoding, mark)))
    expect(read.table.encoding).toBe(encoding)
    expect(read.header.headers).toEqual(['Nom', 'Prénom', 'Ville', 'Don', 'Note'])
    expect(read.rows.map((row) => row.cells)).toEqual([
      ['Lefèvre', 'Zoë', 'Besançon', '12 €', 'l’œuvre « où »'],
      ['Étienne', 'Jérôme', 'Nîmes', '', 'À côté'],
    ])
    const guessed = read.notes.some((note) => note.code === 'encodingGuessed')
    expect(guessed).toBe(!encoding.startsWith('utf'))
  })

  test.each([
    ['iso-8859-15', text.replaceAll('’', "'"), ['Lefèvre', 'Zoë', 'Besançon', '12 €', "l'œuvre « où »"]],
    ['ibm850', text.replaceAll(/[€’œ]/g, '-'), ['Lefèvre', 'Zoë', 'Besançon', '12 -', 'l--uvre « où »']],
  ] as const)('%s is found by the look of its letters', async (encoding, written, first) => {
    const read = await readOut(place.file(`${encoding}.csv`, encoded(written, encoding)))
    expect(read.table.encoding).toBe(encoding)
    expect(read.rows[0]?.cells).toEqual(first)
  })

  test('an encoding asked for is used', async () => {
    const path = place.file('asked.csv', encoded(text, 'windows-1252'))
    const read = await readOut(path, { encoding: 'windows-1252' })
    expect(read.rows[0]?.cells[0]).toBe('Lefèvre')
    expect(read.notes).toEqual([])
    await expect(readOut(path, { encoding: 'utf-8' })).rejects.toMatchObject({ code: 'fileWrongEncoding' })
  })

  test('UTF-8 with one damaged byte is refused with its line, never guessed as something else', async () => {
    const good = `Nom;Ville\r\n${'Lefèvre;Besançon\r\n'.repeat(40)}`
    const bytes = Buffer.concat([Buffer.from(good), Buffer.from([0x4c, 0xe9, 0x3b, 0x41, 0x0d, 0x0a])])
    await expect(readOut(place.file('damaged.csv', bytes))).rejects.toMatchObject({
      code: 'fileWrongEncoding',
      values: { line: 42 },
    })
  })

  test('half of a pair written as a character is a fault of UTF-8, not Windows letters', async () => {
    const half = Buffer.from([0xed, 0xa0, 0x80])
    const bytes = Buffer.concat([Buffer.from('Nom;Prénom\nA'), half, Buffer.from('B;Jean\n')])
    const refused = { code: 'fileWrongEncoding', values: { encoding: 'utf-8', line: 2 } }
    await expect(readOut(place.file('half.csv', bytes))).rejects.toMatchObject(refused)
    // A mark, or a choice, says no more than the letters: the line is told all the same.
    const marked = Buffer.concat([Buffer.from('\ufeff'), bytes])
    await expect(readOut(place.file('marked.csv', marked))).rejects.toMatchObject(refused)
    await expect(readOut(place.file('half.csv', bytes), { encoding: 'utf-8' })).rejects.toMatchObject(refused)
    // The control: the same file whose one accent is of Windows is read as Windows wrote it.
    const windows = Buffer.from('Nom;Pr\xe9nom\nA;Jean\n', 'latin1')
    expect((await readOut(place.file('windows.csv', windows))).table.encoding).toBe('windows-1252')
  })

  test('a few good letters before one damaged byte are enough to say that it was UTF-8', async () => {
    for (const good of [2, 9]) {
      const bytes = Buffer.concat([
        Buffer.from(`Nom;Ville\nDupont;${'é'.repeat(good)}\n`),
        Buffer.from([0x47, 0xe9, 0x72, 0x3b, 0x41, 0x0a]),
      ])
      await expect(readOut(place.file(`nearly-${good}.csv`, bytes))).rejects.toMatchObject({
        code: 'fileWrongEncoding',
        values: { line: 3 },
      })
    }
    // A fault far from the letters, in another piece of the file.
    const far = Buffer.concat([
      Buffer.from(`Nom;Ville\nLefèvre;Besançon\n${'Martin;Paris\n'.repeat(50_000)}`),
      Buffer.from([0x47, 0xe9, 0x72, 0x3b, 0x41, 0x0a]),
    ])
    await expect(readOut(place.file('far.csv', far))).rejects.toMatchObject({ values: { line: 50_003 } })
  })

  test('as many faults as good letters, or one good letter alone, say nothing', async () => {
    const [é, è] = [Buffer.from([0xe9]), Buffer.from([0xe8])]
    const even = Buffer.concat([Buffer.from('Nom;Ville\nZoé;Nîmes\nL'), è, Buffer.from('ve;P'), é, Buffer.from('z\n')])
    expect((await readOut(place.file('even.csv', even))).table.encoding).not.toBe('utf-8')
  })

  test('accents that come only after a megabyte still decide', async () => {
    const plain = `Nom;Ville\r\n${'Martin;Paris\r\n'.repeat(90_000)}`
    const bytes = Buffer.concat([Buffer.from(plain), encoded('Lefèvre;Besançon\r\n', 'windows-1252')])
    const read = await readOut(place.file('late.csv', bytes))
    expect(read.table.encoding).toBe('windows-1252')
    expect(read.rows.at(-1)?.cells).toEqual(['Lefèvre', 'Besançon'])
  })
})

describe('dialects', () => {
  test.each([
    ['semicolons with decimal commas', 'Nom;Don\nA;12,50\nB;3,20\nC;1,00\n', ['A', '12,50']],
    ['commas', 'Nom,Ville\nA,Paris\nB,Lyon\n', ['A', 'Paris']],
    ['tabs', 'Nom\tVille\nA\tParis, 5e\nB\tLyon\n', ['A', 'Paris, 5e']],
    ['bars', 'Nom|Ville\nA|Paris\nB|Lyon\n', ['A', 'Paris']],
    ['delimiters inside quotes', 'Nom,Adresse\n"A","1; rue, a; b; c"\n"B","2; rue; d"\n', ['A', '1; rue, a; b; c']],
    ['single quotes', "Nom;Ville\n'A;B';'Paris'\n'C';'Lyon'\n'D';'Metz'\n'E';'Nancy'\n", ['A;B', 'Paris']],
    ['a line that names the delimiter', 'sep=;\r\nNom;Ville\r\nA;Paris\r\n', ['A', 'Paris']],
    ['lone carriage returns', 'Nom;Ville\rA;Paris\rB;Lyon\r', ['A', 'Paris']],
    ['one column', 'Courriel\na@b.example\nc@d.example\n', ['a@b.example']],
  ])('%s', async (name, written, first) => {
    const read = await readOut(place.file(`${name}.csv`, written))
    expect(read.rows[0]?.cells).toEqual(first)
  })

  test('lines are counted as an editor counts them, inner line breaks and empty lines included', async () => {
    const written = 'Nom;Note\r\nA;"un\r\ndeux\r\ntrois"\r\n\r\nB;x\r\nC;"un\ndeux"\r\nD;y\r\n'
    const read = await readOut(place.file('lines.csv', written))
    expect(read.rows.map((row) => [row.line, row.cells[0]])).toEqual([
      [2, 'A'],
      [6, 'B'],
      [7, 'C'],
      [9, 'D'],
    ])
  })

  test('ragged rows are read and told', async () => {
    const read = await readOut(place.file('ragged.csv', 'Nom;Ville\nA\nB;Lyon;en trop\n;;;\nC;Metz\n'))
    expect(read.rows.map((row) => row.line)).toEqual([2, 3, 5])
    expect(read.rows[1]?.cells).toEqual(['B', 'Lyon', 'en trop'])
  })

  test('a quote that is never closed is refused with its line', async () => {
    await expect(readOut(place.file('quote.csv', 'Nom;Ville\nA;Paris\n"B;Lyon\nC;Metz\n'))).rejects.toMatchObject({
      code: 'fileMalformed',
      values: { reason: 'unclosedQuote', line: 3 },
    })
  })

  test('the line of such a quote is where it opens, within its record too', async () => {
    const unclosed = (line: number) => ({ code: 'fileMalformed', values: { reason: 'unclosedQuote', line } })
    for (const end of ['\n', '\r\n', '\r']) {
      const list = ['Nom;Note', 'A;"deux', 'lignes"', '', 'B;"', '', '";"ouvert', 'C;Metz', ''].join(end)
      await expect(readOut(place.file('inner.csv', list)), JSON.stringify(end)).rejects.toMatchObject(unclosed(7))
    }
    // Another quote far below closes it for the reader of signs; the lines it swallowed tell it.
    const lines = 'Martin;Paris\n'.repeat(4000)
    const far = `Nom;Ville\nA;Paris\n"B;Lyon\n${lines}C;"Metz"\n`
    await expect(readOut(place.file('far.csv', far))).rejects.toMatchObject(unclosed(3))
  })

  test('a cell that is too long is said to be, with its line', async () => {
    const tooLong = { code: 'fileMalformed', values: { reason: 'cellTooLong', limit: 32_767, line: 3 } }
    for (const cell of ['x'.repeat(40_000), `"${'Un mot.\n'.repeat(5_000)}"`, 'y'.repeat(5_000_000)])
      await expect(readOut(place.file('long.csv', `Nom;Note\nA;b\nB;${cell}\n`))).rejects.toMatchObject(tooLong)
    const longest = await readOut(place.file('longest.csv', `Nom;Note\nA;b\nB;${'x'.repeat(32_767)}\n`))
    expect(longest.rows[1]?.cells[1]).toHaveLength(32_767)
  })

  test('a sheet is chosen in a workbook alone', async () => {
    const path = place.file('sheetless.csv', 'Nom;Ville\nA;Paris\n')
    await expect(readOut(path, { sheet: 'Membres' })).rejects.toMatchObject({
      code: 'sheetMissing',
      values: { sheet: 'Membres', sheets: 0 },
    })
  })

  test('a zero character is dropped and told with its line', async () => {
    const read = await readOut(place.file('nul.csv', 'Nom;Ville\nA\0;Paris\nB;Lyon\n'))
    expect(read.rows[0]?.cells).toEqual(['A', 'Paris'])
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'nulRemoved', line: 2, column: 0 }))
  })

  test('names of columns are never keys', async () => {
    const read = await readOut(place.file('keys.csv', 'Nom,__proto__,constructor,toString,Ville\nA,x,y,z,Paris\n'))
    expect(read.header.headers).toEqual(['Nom', '__proto__', 'constructor', 'toString', 'Ville'])
    expect(read.rows[0]?.cells).toEqual(['A', 'x', 'y', 'z', 'Paris'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe('headers', () => {
  const lines = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(';')).join('\n')

  test('rows of title stand above the header', async () => {
    const read = await readOut(
      place.file(
        'titles.csv',
        lines([['Liste des membres 2026'], ['imprimée le 3 mars'], ['Nom', 'Prénom', 'Ville'], ['A', 'B', 'Paris']]),
      ),
    )
    expect(read.header.line).toBe(3)
    expect(read.rows).toHaveLength(1)
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'titleRows' }))
  })

  test('words above a doubled header tell it apart', async () => {
    const read = await readOut(
      place.file(
        'groups.csv',
        lines([
          ['', '', 'Domicile', '', 'Bureau', ''],
          ['Nom', 'Prénom', 'Tél', 'Ville', 'Tél', 'Ville'],
          ['A', 'B', '1', 'x', '2', 'y'],
        ]),
      ),
    )
    expect(read.header.headers.slice(0, 3)).toEqual(['Nom', 'Prénom', 'Tél (Domicile)'])
    expect(new Set(read.header.headers).size).toBe(6)
    expect(read.rows).toHaveLength(1)
  })

  test('a second header of keys is part of the header', async () => {
    const read = await readOut(
      place.file(
        'keys2.csv',
        lines([
          ['Nom', 'Prénom', 'Ville'],
          ['nom_adh', 'prenom_adh', 'ville_adh'],
          ['A', 'B', 'Paris'],
        ]),
      ),
    )
    expect(read.rows.map((row) => row.cells[0])).toEqual(['A'])
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'twoHeaderRows' }))
  })

  test('a first row that is someone is not eaten', async () => {
    const read = await readOut(place.file('none.csv', 'Doe;John;john@doe.example\nRoe;Jane;jane@doe.example\n'))
    expect(read.header).toMatchObject({ line: 0, headers: ['A', 'B', 'C'] })
    expect(read.rows).toHaveLength(2)
    expect(read.notes).toContainEqual(expect.objectContaining({ code: 'noHeader' }))
  })

  test('a header asked for is used', async () => {
    const path = place.file('asked-header.csv', 'x;y\nNom;Ville\nA;Paris\n')
    expect((await readOut(path, { headerRow: 2 })).rows.map((row) => row.cells[0])).toEqual(['A'])
    expect((await readOut(path, { headerRow: 0 })).rows).toHaveLength(3)
  })

  test('doubled, empty and endless names', async () => {
    const read = await readOut(
      place.file('doubled.csv', `Nom;E-mail;E-mail;;${'x'.repeat(300)}\nA;a@b.example;c@d.example;5;6\n`),
    )
    expect(read.header.headers.slice(0, 4)).toEqual(['Nom', 'E-mail', 'E-mail (2)', 'D'])
    expect(read.header.headers[4]).toHaveLength(80)
  })
})

test('refusals are refusals', async () => {
  await expect(readOut(place.file('empty.csv', ''))).rejects.toBeInstanceOf(Refusal)
  await expect(readOut('/nowhere/at/all.csv')).rejects.toMatchObject({ code: 'fileMissing' })
})
