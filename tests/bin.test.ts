/** The program as people start it: from anywhere, through a link, without the packages it needs. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { officeFlags } from '../scripts/office-flags.ts'

const top = resolve(import.meta.dirname, '..')
let home = ''

const run = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  new Promise<{ readonly status: number; readonly out: string; readonly beside: string }>((settle) => {
    const options = { cwd: home, env: { ...process.env, AMICALE_STATE: join(home, 'state'), ...env } }
    execFile(program, args, options, (error, out, beside) => {
      settle({ status: error === null ? 0 : Number(error.code), out, beside })
    })
  })

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'amicale-bin-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('starts through a link, on our own Node, whatever the machine calls node', async () => {
  mkdirSync(join(home, 'old'))
  const old = join(home, 'old', 'node')
  writeFileSync(old, '#!/bin/sh\necho "an old node" >&2\nexit 99\n', { mode: 0o755 })
  symlinkSync(join(top, 'bin', 'amicale'), join(home, 'amicale'))
  const { status, out, beside } = await run(join(home, 'amicale'), ['--version'], {
    PATH: `${join(home, 'old')}:/usr/bin:/bin`,
  })
  expect(beside).not.toContain('an old node')
  expect(out).toBe('0.1.0\n')
  expect(status).toBe(0)
})

test('carries the office as every other door does', () => {
  expect(readFileSync(join(top, 'bin', 'amicale'), 'utf8')).toContain(`exec "$node" ${officeFlags.join(' ')} "`)
})

test('does the work when built, as from source: makes, fills, checks', async () => {
  const folder = join(home, 'built.amicale')
  const amicale = join(top, 'bin', 'amicale')
  expect((await run(amicale, ['new', folder, '--name', 'Built', '--sample'])).status).toBe(0)
  expect((await run(amicale, ['directory', folder, '--out', join(home, 'built.pdf')])).status).toBe(0)
  expect(JSON.parse((await run(amicale, ['check', folder, '--json'])).out).ok).toBe(true)
})

test('says in words that nothing is installed, or that Node is too old', async () => {
  const bare = join(home, 'bare')
  cpSync(join(top, 'bin'), join(bare, 'bin'), { recursive: true })
  const without = await run(join(bare, 'bin', 'amicale'), ['--version'], { PATH: '/usr/bin:/bin' })
  expect(without.status).toBe(2)
  expect(without.beside).toMatch(/npm (ci|run build)/)
  expect(without.beside).not.toMatch(/at .*:\d+:\d+/)
})
