import { expect, test } from 'vitest'
import { harmless, harmlessJson, openTerminal } from './terminal.ts'

const hostile =
  '\u001b[31mred\u001b[0m \u202egnp.exe\u2066 \u0007bell \u009b2J \u200bzero\ufeff \rover \ud800half \u2028line'
const steering = /(?!\n)[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u

test('the control: the hostile text holds what must not pass', () => {
  expect(hostile).toMatch(steering)
})

test('nothing that steers a terminal passes, the words do', () => {
  expect(harmless(hostile)).not.toMatch(steering)
  expect(harmless(hostile)).toContain('red')
  expect(harmless('Łukasz Żółć, محمد, 田中, Adébáyọ̀ 👩‍🔬')).toBe('Łukasz Żółć, محمد, 田中, Adébáyọ̀ 👩‍🔬')
})

test('JSON stays the same JSON, without what steers', () => {
  const value = { [hostile]: [hostile, 1, null] }
  expect(harmlessJson(value, 2)).not.toMatch(steering)
  expect(JSON.parse(harmlessJson(value, 2))).toEqual(JSON.parse(JSON.stringify(value)))
})

function watched(tty: boolean, json = false) {
  const out: string[] = []
  const beside: string[] = []
  const terminal = openTerminal(
    { language: 'en', json },
    { write: (text) => out.push(text) },
    { write: (text) => beside.push(text), isTTY: tty, columns: 80 },
  )
  return { terminal, out, beside }
}

test('progress is a line for each tenth where nobody watches', () => {
  const { terminal, out, beside } = watched(false)
  for (let done = 0; done <= 1000; done++) terminal.progress({ phase: 'importing', done, total: 1000 })
  expect(beside.length).toBe(11)
  expect(beside.at(-1)).toBe('Importing: 1000/1000\n')
  expect(out).toEqual([])
})

test('a phase of which nobody knows how long it is says no figures', () => {
  const { terminal, beside } = watched(false)
  terminal.progress({ phase: 'gathering', done: 0, total: 0 })
  terminal.progress({ phase: 'gathering', done: 4, total: 4 })
  expect(beside).toEqual(['Gathering records\n', 'Gathering records: 4/4\n'])
})

test('progress is a bar where somebody watches, gone before the answer', () => {
  const { terminal, beside, out } = watched(true)
  terminal.progress({ phase: 'importing', done: 1, total: 2 })
  terminal.say('done')
  expect(beside[0]).toContain('50 %')
  expect(beside.at(-1)).toBe('\r\u001b[K')
  expect(out).toEqual(['done\n'])
})

test('under --json only the answer is on standard output', () => {
  const { terminal, out } = watched(false, true)
  terminal.say('a line')
  terminal.tell('a message')
  terminal.sayJson({ a: 1 })
  expect(out).toEqual(['{"a":1}\n'])
})
