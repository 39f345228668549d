import { describe, expect, it, test } from 'vitest'
import {
  dayInWords,
  dayOfYearInWords,
  dayTyped,
  dayWritten,
  isBefore,
  isInCalendar,
  monthTooShort,
  periodInWords,
  whenInWords,
  yearsBetween,
} from './day.rules.ts'

test.each([
  ['31/05/1962', '1962-05-31'],
  ['31.5.1962', '1962-05-31'],
  ['1er mai 1962', '1962-05-01'],
  ['31 août 1962', '1962-08-31'],
  ['May 31st, 1962', '1962-05-31'],
  ['31 December 1962', '1962-12-31'],
  ['mai 1962', '1962-05'],
  ['05/1962', '1962-05'],
  ['1962', '1962'],
  ['1962-05-31', '1962-05-31'],
  [' ', ''],
  ['30/02/1962', undefined],
  ['62', undefined],
  ['31/05/62', undefined],
  ['hier', undefined],
  ['1/2/3/1962', undefined],
])('%s is %s', (text, day) => {
  expect(dayWritten(text)).toBe(day)
  if (day !== undefined) expect(dayWritten(dayTyped(day))).toBe(day)
})

test('days known in part are before another only for certain', () => {
  expect([isBefore('1962', '1963-01'), isBefore('1962', '1962-05'), isBefore('1962-05-30', '1962-05')]).toEqual([
    true,
    false,
    false,
  ])
  expect([isBefore('', '1962'), isBefore('1962', '')]).toEqual([false, false])
})

test('the calendar', () => {
  expect(['1900-02-29', '2000-02-29', '1962-13', '0099-01-01', '1962'].map(isInCalendar)).toEqual([
    ...[false, true, false, true, true],
  ])
})

test('in words', () => {
  expect(['1962-05-01', '1962-05', '1962', 'x'].map((day) => dayInWords(day, 'fr'))).toEqual([
    ...['1er mai 1962', 'mai 1962', '1962', 'x'],
  ])
  expect(dayInWords('1962-05-31', 'en')).toBe('31 May 1962')
})

test('whole years', () => {
  expect([yearsBetween('1962-05-31', '2026-05-30'), yearsBetween('1962', '2026-05'), yearsBetween('', '2026')]).toEqual(
    [...[63, 64, undefined]],
  )
})

describe('times in words', () => {
  it.each([
    ['1998', '', 'depuis 1998', 'since 1998'],
    ['1998-05', '', 'depuis mai 1998', 'since May 1998'],
    ['2026-11-29', '', 'depuis le 29 novembre 2026', 'since 29 November 2026'],
    ['2026-11-01', '', 'depuis le 1er novembre 2026', 'since 1 November 2026'],
    ['', '2003', 'jusqu’en 2003', 'until 2003'],
    ['', '2003-05', 'jusqu’en mai 2003', 'until May 2003'],
    ['', '2003-05-31', 'jusqu’au 31 mai 2003', 'until 31 May 2003'],
    ['1998', '2003-05', '1998 – mai 2003', '1998 – May 2003'],
    ['1998', '1998', '1998', '1998'],
    ['', '', '', ''],
  ])('%s to %s', (since, until, french, english) => {
    const said = (language: 'fr' | 'en') => periodInWords(since, until, language).replaceAll('\u00a0', ' ')
    expect([said('fr'), said('en')]).toEqual([french, english])
  })

  it('a day of each year', () => {
    expect(['11-01', '03-31', '02-29', '', 'x'].map((day) => dayOfYearInWords(day, 'fr'))).toEqual([
      ...['1er novembre', '31 mars', '29 février', '', 'x'],
    ])
  })
})

test.each([
  ['31/02/1962', { month: '1962-02', days: 28 }],
  ['30 février 2024', { month: '2024-02', days: 29 }],
  ['31-4-2025', { month: '2025-04', days: 30 }],
  ['2025-06-31', { month: '2025-06', days: 30 }],
  ['29/02/2024', undefined],
  ['31/13/2024', undefined],
  ['0/02/2024', undefined],
  ['hier', undefined],
  ['02/2024', undefined],
  ['', undefined],
])('%s: a day beyond the end of its month is told apart', (text, short) => {
  expect(monthTooShort(text)).toEqual(short)
})

test('when something was done is said as each language says it', () => {
  const said = (day: string) =>
    [whenInWords(day, 'fr'), whenInWords(day, 'en')].map((text) => text.replaceAll('\u00a0', ' '))
  expect(said('2021-05-01')).toEqual(['le 1er mai 2021', 'on 1 May 2021'])
  expect(said('2021-05')).toEqual(['en mai 2021', 'in May 2021'])
  expect(said('2021')).toEqual(['en 2021', 'in 2021'])
})
