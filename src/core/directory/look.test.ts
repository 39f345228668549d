import { describe, expect, it } from 'vitest'
import { columnWidth, completeLook, lookChoices, lookFault, lookStyles, paperNames } from './look.rules.ts'

describe('the look of a directory', () => {
  it('is set in every style on every paper, when only they are chosen', () => {
    for (const style of lookStyles)
      for (const paper of paperNames) {
        const look = completeLook(lookChoices.parse({ style, paper }))
        expect(lookFault(look), `${style} on ${paper}`).toBeNull()
        expect(columnWidth(look)).toBeGreaterThan(45)
      }
  })
  it('left alone is an A5 of two columns in a serif', () => {
    expect(completeLook()).toMatchObject({
      paper: 'A5',
      width: 148,
      height: 210,
      style: 'classic',
      columns: 2,
      size: 7.5,
    })
  })
  it('in large print has no smaller letters than 14 points, and fewer columns', () => {
    expect(completeLook({ style: 'large' })).toMatchObject({ size: 14, columns: 1 })
    expect(completeLook({ style: 'large', paper: 'A4' })).toMatchObject({ size: 14, columns: 2 })
  })
  it('is refused with its measures when a column holds no address, a page no entries, lines no letters', () => {
    expect(lookFault(completeLook({ columns: 3 }))).toEqual({ why: 'columnTooNarrow', is: 36.6, least: 38 })
    expect(lookFault(completeLook({ style: 'large', columns: 2 }))?.why).toBe('columnTooNarrow')
    expect(lookFault(completeLook({ paper: 'custom', width: 200, height: 120, style: 'large' }))?.why).toBe(
      'pageTooShort',
    )
    expect(lookFault(completeLook({ size: 10, leading: 10 }))?.why).toBe('leadingTooTight')
    expect(lookFault(completeLook({ paper: 'A4', columns: 4 }))).toBeNull()
  })
  it('takes no measure outside its bounds', () => {
    for (const wrong of [
      { columns: 5 },
      { size: 2 },
      { colour: 'red' },
      { width: 5000 },
      { style: 'gothic' },
      { more: 1 },
    ])
      expect(lookChoices.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
  })
})
