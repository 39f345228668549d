/** Our directory: directory-ours.ts FOLDER. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { typesetDirectory } from '../../src/core/directory/directory.papers.ts'
import type { DirectoryModel } from '../../src/core/directory/directory.rules.ts'
import { openFonts } from '../../src/core/typesetting/font/registry.ts'
import { sayFigures } from './figures.ts'

const [folder = '.'] = process.argv.slice(2)
const model = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8')) as DirectoryModel
const fonts = openFonts(join(import.meta.dirname, '../../resources/fonts'))
const { pdf, report } = await typesetDirectory(model, fonts, { imposition: 'pages' }, () => {})
writeFileSync(join(folder, 'ours.pdf'), pdf)
sayFigures({ pages: report.pages })
