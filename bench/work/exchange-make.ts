/** Writes the list that is read: exchange-make.ts PEOPLE FOLDER. As Excel saves one: shared strings. Not measured. */
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { inventPeople } from '../../src/core/exchange/invent.ts'
import { sampleColumns } from '../../src/core/exchange/invent-sheet.ts'

const [people = '100000', folder = '.'] = process.argv.slice(2)
// The columns that are most often filled, as many as the goal says.
const wanted = sampleColumns.filter(
  ({ header }) =>
    !/^(Titre|Particule|Nom de naissance|Nom pendant|Séjour|Distinctions|Date de décès|Nom dans|Autres|Région|Lieu-dit|Cotisation 20[01])/.test(
      header,
    ),
)
const columns = wanted.slice(0, 25)
const book = new ExcelJS.stream.xlsx.WorkbookWriter({
  filename: join(folder, 'list.xlsx'),
  useSharedStrings: true,
  useStyles: true,
})
const sheet = book.addWorksheet('Adhérents')
sheet.addRow(columns.map(({ header }) => header)).commit()
for (const contact of inventPeople(Number(people), 1))
  sheet
    .addRow(
      columns.map(({ cell, number }) => {
        const text = cell(contact)
        return text === '' ? null : number === undefined ? text : Number(text.replace(',', '.'))
      }),
    )
    .commit()
sheet.commit()
await book.commit()
console.log(columns.length)
