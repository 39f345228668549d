/** Pages that are named `.xls`: as scripts send them, and as Excel saves a page. */
import { afterAll, describe, expect, test } from 'vitest'
import { page, readOut, scratch } from './test-files.ts'

const place = scratch()
afterAll(place.clear)

const list =
  '<tr><th>Nom</th><th>Prénom</th><th>Ville</th></tr><tr><td>Lefèvre</td><td>Zoë</td><td>Saint-Étienne</td></tr>'
const cells = async (bytes: Buffer | string) => {
  const { header, rows } = await readOut(place.file('list.xls', bytes))
  return [header.headers, ...rows.map((row) => row.cells)]
}
const expected = [
  ['Nom', 'Prénom', 'Ville'],
  ['Lefèvre', 'Zoë', 'Saint-Étienne'],
]

describe('encodings', () => {
  const said = (charset: string) =>
    page(list, `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`)
  test.each<readonly [string, () => Buffer]>([
    ['UTF-8, said', () => Buffer.from(page(list, '<meta charset="utf-8">'))],
    ['UTF-8 with its mark, saying nothing', () => Buffer.from(`\ufeff${page(list)}`)],
    ['UTF-8, saying nothing', () => Buffer.from(page(list))],
    ['the mark is believed before the words', () => Buffer.from(`\ufeff${said('iso-8859-1')}`)],
    ['ISO-8859-1, said', () => Buffer.from(said('iso-8859-1'), 'latin1')],
    ['windows-1252, said', () => Buffer.from(said('windows-1252'), 'latin1')],
    ['Latin 1, saying nothing', () => Buffer.from(page(list), 'latin1')],
    ['UTF-16', () => Buffer.from(`\ufeff${page(list)}`, 'utf16le')],
  ])('%s', async (_, bytes) => expect(await cells(bytes())).toEqual(expected))
  test('the euro and the quotes that only windows-1252 has', async () => {
    const bytes = Buffer.from(said('windows-1252').replace('Lefèvre', 'L@Hay 5 #'), 'latin1')
    for (const [at, byte] of bytes.entries()) {
      if (byte === 0x40) bytes[at] = 0x92
      if (byte === 0x23) bytes[at] = 0x80
    }
    expect((await cells(bytes))[1]?.[0]).toBe('L’Hay 5 €')
  })
})

test('what a script prints: no page around, cells that do not end, entities, breaks and blanks', async () => {
  const printed = `<table border=1>\n<TR><TH>Nom<TH>Adresse<TH>Courriel\n<TR><TD>L&eacute;a &amp;&nbsp;Cie\n<TD>1 rue du Port<br>bâtiment&#160;B<BR/><br>  \n<TD><a href="mailto:lea@example.org?subject=x">écrire</a>\n<tr><td>&lt;Petit&gt;<td><b>2</b> rue<i>s</i><td>&inconnue; &#x20AC;</table>`
  const { header, rows } = await readOut(place.file('print.xls', printed))
  expect(header.headers).toEqual(['Nom', 'Adresse', 'Courriel'])
  expect(rows.map((row) => row.cells)).toEqual([
    ['Léa & Cie', '1 rue du Port\nbâtiment B', 'écrire'],
    ['<Petit>', '2 rues', '&inconnue; €'],
  ])
  expect(rows[0]?.links).toEqual([{ column: 2, address: 'lea@example.org' }])
})

test('what Excel saves: styles, remarks, attributes in capitals and in any order', async () => {
  const saved = `<html xmlns:o="urn:schemas-microsoft-com:office:office"\r\nxmlns:x="urn:schemas-microsoft-com:office:excel">\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=windows-1252">\r\n<style>\r\n<!--td {mso-number-format:"\\@";}\r\n<table><tr><td>style</td></tr></table>-->\r\n</style>\r\n<!--[if gte mso 9]><xml><x:ExcelWorkbook><td>non</td></x:ExcelWorkbook></xml><![endif]--></head>\r\n<body>\r\n<table border=0 cellpadding=0 style='width:100pt'>\r\n <col width=80 style='mso-width-source:userset'>\r\n <tr height=20><td class=xl65 x:str="Nom">Nom</td><td>Pr\u00e9nom</td><td>Ville</td></tr>\r\n <tr height=20><td>Lef\u00e8vre</td><td ALIGN=left>Zo\u00eb</td><td>Saint-\r\n  \u00c9tienne</td></tr>\r\n</table></body></html>`
  expect(await cells(Buffer.from(saved, 'latin1'))).toEqual([expected[0], ['Lefèvre', 'Zoë', 'Saint- Étienne']])
})

test('cells that are wide and tall', async () => {
  const { rows } = await readOut(
    place.file(
      'tall.xls',
      page(
        '<tr><th colspan=3>Adhérents</th></tr><tr><th>Nom<th>Prénom<th>Ville<tr><td rowspan="2">Martin<td>Ana<td>Pau<tr><td>Léo<td>Tarbes<tr><td>Petit<td colspan=2>Jo',
      ),
    ),
  )
  expect(rows.map((row) => row.cells)).toEqual([
    ['Martin', 'Ana', 'Pau'],
    ['Martin', 'Léo', 'Tarbes'],
    ['Petit', 'Jo'],
  ])
})

test('several tables: the largest is proposed, a table inside a cell is one of its own', async () => {
  const menu = '<table><tr><td>Accueil</td><td>Membres</td></tr></table>'
  const inside = list.replace('Zoë', 'Zoë<table><tr><td>du dedans</td></tr></table>')
  const path = place.file('several.xls', `<html><body>${menu}<table>${inside}</table></body></html>`)
  const { table, rows } = await readOut(path)
  expect(table.sheets).toEqual(['Table 2', 'Table 1', 'Table 3'])
  expect(rows.map((row) => row.cells)).toEqual([['Lefèvre', 'Zoë', 'Saint-Étienne']])
})
