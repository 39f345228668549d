// Looks at the Node that runs it, builds what is missing in a checkout, then hands over to the command line.
// Written so that any Node of the last ten years can read it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const top = dirname(dirname(fileURLToPath(import.meta.url)))
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Amicale demande Node 22.12 ou plus récent et celui-ci est ${process.versions.node} : lancez « npm ci » dans ${top}. / ` +
      `Amicale needs Node 22.12 or later and this is ${process.versions.node}: run 'npm ci' in ${top}.`,
  )
  process.exit(2)
}

const freshness = join(top, 'scripts', 'freshness.ts')
const built = join(top, 'out', 'main', 'cli.js')

// A checkout has its sources: what is built follows them. An installed package has only what was built.
// The tests build once and say so, so that no two of them build under each other's feet.
if (!process.env.AMICALE_AS_BUILT && existsSync(freshness) && existsSync(join(top, 'src'))) {
  const build = spawnSync(process.execPath, [join(top, 'scripts', 'build.ts'), '--when-stale'], {
    stdio: ['ignore', 2, 2],
  })
  if (build.status !== 0) process.exit(build.status || 1)
}
if (!existsSync(built)) {
  console.error(
    `Amicale : rien n’est construit dans ${top} ; lancez « npm run build ». / Nothing is built in ${top}: run 'npm run build'.`,
  )
  process.exit(2)
}
await import(pathToFileURL(built).href)
