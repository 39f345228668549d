/** What npm installs: exact, without scripts, without a registry's address, and each package with its reason written down. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const top = resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(top, file), 'utf8')

type Manifest = Readonly<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Readonly<Record<string, string>>>
>
const manifest = JSON.parse(read('package.json')) as Manifest
const asked = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

type Locked = {
  readonly hasInstallScript?: boolean
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const locked = (JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> }).packages

test('every version is exact', () => {
  for (const [name, version] of Object.entries(asked)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
})

test('no package needs an install script', () => {
  expect(Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([])
  expect(read('.npmrc')).toContain('ignore-scripts=true')
})

test('the lock names no registry', () => {
  expect(Object.entries(locked).filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('the lock holds the versions that are asked for', () => {
  for (const [name, version] of Object.entries(asked))
    expect(locked[`node_modules/${name}`]?.version, name).toBe(version)
})

test('every dependency has its reason in docs/technical/dependencies.md', () => {
  const reasons = read('docs/technical/dependencies.md')
  expect(Object.keys(asked).filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
})

test('the lock holds the packages of every platform: npm ci refuses a lock that leaves some out', () => {
  const missing = Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => locked[`node_modules/${name}`] === undefined && locked[`${path}/node_modules/${name}`] === undefined,
    ),
  )
  expect(missing).toEqual([])
})
