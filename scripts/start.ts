/** Opens the window: in Electron when its binary is there or can be fetched, else in the system's browser. */
import { join } from 'node:path'
import { electronCanShow, fetchedElectron } from './electron-binary.ts'
import { top } from './freshness.ts'
import { officeFlags } from './office-flags.ts'
import { runProgram } from './run-program.ts'

const tell = (line: string) => console.error(line)

async function start(): Promise<number> {
  const built = await runProgram(process.execPath, [join(top, 'scripts', 'build.ts'), '--when-stale'])
  if (built.status !== 0) return built.status
  const electron = electronCanShow() ? await fetchedElectron(tell) : undefined
  if (electron !== undefined) return (await runProgram(electron, [top])).status
  tell(
    electronCanShow()
      ? 'Electron n’a pas pu être obtenu : la fenêtre s’ouvre dans le navigateur. / Electron could not be had: the window opens in the browser.'
      : 'Electron n’a pas d’écran ici, ou pas le droit d’ouvrir une fenêtre : essai dans le navigateur. / Electron has no display here, or may open no window: trying the browser.',
  )
  const web = [join(top, 'out', 'main', 'cli.js'), 'web', ...process.argv.slice(2)]
  return (await runProgram(process.execPath, [...officeFlags, ...web])).status
}

process.exitCode = await start()
