/** The command line's entry: looks at the Node that runs it before anything that needs a recent one is loaded. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const recent = major > 22 || (major === 22 && minor >= 12)

if (recent) {
  // A reader who closes the pipe (`amicale requests | head`) has had enough: not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  // A terminal that was closed: the work still ends as it should, without words.
  process.stderr.on('error', () => {})
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2), process.env)
} else {
  console.error(
    `Amicale needs Node 22.12 or later and this is ${process.versions.node}: run \`npm ci\` in its folder, which brings one, and start it by bin/amicale. / ` +
      'Amicale demande Node 22.12 ou plus récent : lancez « npm ci » dans son dossier, qui en apporte un, puis bin/amicale.',
  )
  process.exitCode = 2
}
