import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each([
  [['Annuaire', '2026'], 'pdf', 'Annuaire-2026.pdf'],
  [['Œuvre de l’Étoile & Łódź', 'fiches'], 'xlsx', 'OEuvre-de-l-Etoile-Lodz-fiches.xlsx'],
  [['../../etc/passwd'], 'csv', 'etc-passwd.csv'],
  [['a\\b:c*d?"<>|\0\n'], 'csv', 'a-b-c-d.csv'],
  [['東京'], 'pdf', 'amicale.pdf'],
  [[''], 'pdf', 'amicale.pdf'],
  [['CON'], 'pdf', 'amicale-CON.pdf'],
  [['com1'], 'csv', 'amicale-com1.csv'],
  [['.htaccess'], 'csv', 'htaccess.csv'],
])('%j as %s is %s', (words, extension, name) => {
  expect(fileName(words, extension)).toBe(name)
})

test('at most a hundred characters, and still an extension', () => {
  const name = fileName(['x'.repeat(300)], 'xlsx')
  expect(name).toHaveLength(100)
  expect(name).toMatch(/^x+\.xlsx$/)
})
