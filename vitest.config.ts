import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{app,db,main,renderer,scripts,seeds}/**/*.test.{ts,tsx}'],
    // better-sqlite3 is a native module: processes, not threads, and few of them.
    pool: 'forks',
    // Style sheets are read as they are; tests look into them.
    css: true,
    // Some start real processes and workers; a busy machine takes its time, a hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
