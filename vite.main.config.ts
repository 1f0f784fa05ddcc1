import { existsSync } from 'node:fs'
import { defineConfig } from 'vite'

/** The programs that run in Node or in Electron's main process; dependencies stay in node_modules. */
const programs = {
  browser: 'main/browser/browser.ts',
  electron: 'main/electron/electron.ts',
  cli: 'main/cli/cli.ts',
  importWorker: 'main/import/importWorker.ts',
  relatedWorker: 'main/related/relatedWorker.ts',
  readerWatch: 'main/import/readerWatch.ts',
}

export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(programs).filter(([, path]) => existsSync(path))),
      external: ['electron'],
      // All in one folder: the programs of the import are looked for beside the code that starts it.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})
