/** The token of the loopback door: how it is kept, refused, and guessed at. Reliability row R3. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tokenHeader } from '../../src/preload/bridge.ts'
import { expectAlive, knock, rpcRequest, startRequest, testDoor } from './doors.ts'

describe('token', () => {
  test('the start file is 0600 in a 0700 folder, and goes when it has been used', async () => {
    const door = await testDoor()
    expect(existsSync(door.startFile)).toBe(false)
    expect(statSync(dirname(door.startFile)).mode & 0o777).toBe(0o700)
    expect(door.token).toMatch(/^[\w-]{43}$/)
    expect(door.pass).not.toBe(door.token)
    const again = await knock(door.port, startRequest(door, door.pass))
    expect([again.status, again.body]).toEqual([401, ''])
    await door.close()
    expect(existsSync(dirname(door.startFile))).toBe(false)
  })

  test('is in no argument list, and neither is the pass', async () => {
    const door = await testDoor()
    const lines = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((id) => {
        try {
          return readFileSync(`/proc/${id}/cmdline`, 'utf8')
        } catch {
          return ''
        }
      })
    expect(lines.filter((line) => line.includes(door.token) || line.includes(door.pass))).toEqual([])
    expect(lines.length).toBeGreaterThan(1)
  })

  test('that of an earlier door opens nothing', async () => {
    const before = await testDoor()
    const door = await testDoor()
    expect((await knock(door.port, rpcRequest({ ...door, token: before.token }, 'read', undefined))).status).toBe(401)
    for (const wrong of [
      undefined,
      '',
      ' ',
      door.token.slice(1),
      `${door.token}a`,
      `${door.token}, ${door.token}`,
      'é',
    ])
      expect([
        wrong,
        (await knock(door.port, rpcRequest(door, 'read', undefined, { [tokenHeader]: wrong }))).status,
      ]).toEqual([wrong, 401])
  })

  test('wrong 20 times, the door closes; a foreign page cannot make it close', async () => {
    const door = await testDoor()
    const wrong = { [tokenHeader]: 'guess' }
    for (let tries = 0; tries < 30; tries += 1)
      await knock(door.port, rpcRequest(door, 'read', undefined, { ...wrong, Origin: 'http://evil.test' }))
    for (let tries = 0; tries < 19; tries += 1) await knock(door.port, rpcRequest(door, 'read', undefined, wrong))
    await expectAlive(door)
    await knock(door.port, rpcRequest(door, 'read', undefined, wrong))
    expect(await door.closed).toBe('tooManyBadTokens')
    expect((await knock(door.port, rpcRequest(door, 'read', undefined))).status).toBe(0)
  })
})
