/** Files nobody here wrote, through the whole office: each gives what the expectations beside this test say. */
import { describe, expect, test } from 'vitest'
import { claims } from './5-names-addresses.ts'
import { agrees, differences } from './judge.ts'
import { runSamples } from './run-samples.ts'
import { kinds, ruled, samplesFolder, samplesOf } from './samples.ts'
import type { Seen } from './seen.ts'

const present = samplesOf(Object.keys(kinds)).length > 0
if (!present) console.warn(`SKIPPED: the samples are not at ${samplesFolder}; what they prove is not proved here`)

describe.skipIf(!present)('samples', () => {
  test.each(Object.keys(kinds))('%s', { timeout: 600_000 }, async (kind) => {
    const verdicts = await runSamples(samplesOf([kind]))
    expect(verdicts.length).toBeGreaterThan(50)
    expect(
      verdicts
        .filter(({ result }) => result === 'differs')
        .map(({ file, differences }) => `${file}: ${differences.join('; ')}`),
    ).toEqual([])
  })

  test('names, addresses, telephones and e-mails agree with the rules, but for what is named', {
    timeout: 600_000,
  }, async () => {
    const verdicts = await runSamples(samplesOf([ruled]))
    expect(verdicts.map(({ file }) => file).sort()).toEqual(Object.keys(claims).sort())
    expect(verdicts.flatMap(({ file, differences }) => differences.map((words) => `${file}: ${words}`))).toEqual([])
  })

  test.each(Object.entries(kinds))('every expectation of %s is about a sample of the list', (kind, expectations) => {
    const listed = new Set(samplesOf([kind]).map(({ file }) => file))
    expect(Object.keys(expectations).filter((file) => !listed.has(file))).toEqual([])
  })
})

describe('the judge', () => {
  const seen = (outcome: Partial<Seen['outcome']>, more: Partial<Seen> = {}): Seen => ({
    outcome: outcome as Seen['outcome'],
    computing: 10,
    wall: 10,
    memory: 1,
    ...more,
  })
  const refused = seen({ kind: 'refused', code: 'fileDangerous', detail: 'doctype' })
  test('a refusal is as expected by its code, alone or with its reason, and differs otherwise', () => {
    expect(differences(refused, { refused: ['fileDangerous'] })).toEqual([])
    expect(differences(refused, { refused: ['fileDangerous/doctype'] })).toEqual([])
    expect(differences(refused, { refused: ['fileDangerous/ratio'] })).toHaveLength(1)
    expect(differences(refused, { rows: 2 })).toHaveLength(1)
    expect(differences(refused, { orRefused: ['fileDangerous'], rows: 2 })).toEqual([])
    expect(differences(refused, undefined)).toEqual([])
  })
  test('a fault always differs, and so does what takes too much', () => {
    expect(differences(seen({ kind: 'failed', message: 'x' }), undefined)).toHaveLength(1)
    expect(differences({ ...refused, memory: 200 }, { refused: ['fileDangerous'] })).toEqual([])
    expect(differences({ ...refused, memory: 200 }, { refused: ['fileDangerous'], hostile: true })).toHaveLength(1)
    expect(differences({ ...refused, computing: 20_000 }, undefined)).toHaveLength(1)
  })
  test('a part agrees with its whole', () => {
    expect(agrees({ a: 1, b: [{ c: 'x', d: 2 }] }, { b: [{ c: /x/ }] })).toBe(true)
    expect(agrees({ b: [{ c: 'x' }, { c: 'y' }] }, { b: [{ c: 'x' }] })).toBe(false)
    expect(agrees(undefined, { b: 'x' })).toBe(false)
  })
})
