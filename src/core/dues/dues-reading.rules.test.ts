import { expect, test } from 'vitest'
import { dueRead, yearOfHeading } from './dues-reading.rules.ts'

test.each([
  ['Cotisation 2024', '2024'],
  ['COTISATIONS 2024 (€)', '2024'],
  ['Adhésion 2024-2025', '2024-2025'],
  ['Cotis. 2024/25', '2024-2025'],
  ['Membership fee 2023', '2023'],
  ['Cotisation 2024-2027', undefined],
  ['Cotisation', undefined],
  ['Promotion 2024', undefined],
  ['Cotisation 20245', undefined],
])('%s is the year %s', (heading, year) => {
  expect(yearOfHeading(heading)).toBe(year)
})

test.each([
  ['35,00', { said: 'owed', paid: 3500 }],
  ['35 €', { said: 'owed', paid: 3500 }],
  ['oui', { said: 'settled' }],
  ['Payé', { said: 'settled' }],
  ['X', { said: 'settled' }],
  ['12/01/2024', { said: 'settled', day: '2024-01-12' }],
  ['Exonérée', { said: 'exempt' }],
  ['non', { said: 'owed' }],
  ['0,00', { said: 'owed' }],
  ['35 € le 12/01/2024', { said: 'owed', paid: 3500, day: '2024-01-12' }],
  ['chèque 35,50 (12/01/2024)', { said: 'owed', paid: 3550, day: '2024-01-12' }],
  ['31/02/2024', undefined],
  ['2024', undefined],
  ['voir avec Paul', undefined],
  ['-35', undefined],
  ['', undefined],
])('%s says %o', (cell, read) => {
  expect(dueRead(cell)).toEqual(read)
})
