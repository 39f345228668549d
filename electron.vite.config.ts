import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin, UserConfig } from 'vite'

const root = import.meta.dirname

/**
 * Writes `files.json` beside the built page: the closed list of what the doors may serve, with the hash of each file.
 * Nothing that is not in the list is ever read from disk for a request.
 */
const listOfFiles = (): Plugin => ({
  name: 'amicale:list-of-files',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const files = Object.values(bundle)
        .map((file) => ({
          name: file.fileName,
          sha256: createHash('sha256')
            .update(file.type === 'chunk' ? file.code : file.source)
            .digest('hex'),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
      this.emitFile({ type: 'asset', fileName: 'files.json', source: `${JSON.stringify(files, null, 1)}\n` })
    },
  },
})

/** The page, the same in Electron and in a browser. Also served by `npm run dev`. */
export const renderer: UserConfig = {
  root: resolve(root, 'src/renderer'),
  base: './',
  publicDir: false,
  plugins: [react(), listOfFiles()],
  // Replaced by a fresh value each time a door serves the page; see src/web/page.ts.
  html: { cspNonce: 'AMICALE_NONCE' },
  server: { host: '127.0.0.1', strictPort: true, cors: false, fs: { allow: [root] } },
  build: {
    outDir: resolve(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    sourcemap: false,
    modulePreload: { polyfill: false },
    // The content policy has no data: URL, so that nothing may be inlined.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: resolve(root, 'src/renderer/index.html'),
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
}

/** Programs of the office's side; each is one file of `out/main` that Node or Electron starts by its name. */
const programs = {
  index: 'src/main/index.ts',
  cli: 'src/cli/index.ts',
  'papers-worker': 'src/core/papers/papers.worker.ts',
  'reader-worker': 'src/core/exchange/reading/reader.worker.ts',
}

export default defineConfig({
  main: {
    build: {
      outDir: resolve(root, 'out/main'),
      target: 'node24',
      sourcemap: false,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, resolve(root, path)])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'out/preload'),
      sourcemap: false,
      minify: false,
      reportCompressedSize: false,
      // A sandboxed preload can require `electron` and nothing else: whatever else it uses is bundled.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
      },
    },
  },
  renderer,
})
