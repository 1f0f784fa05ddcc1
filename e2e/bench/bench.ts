/**
 * The benchmark, after a build: `node e2e/bench/bench.ts [PART] [flags of the part]`,
 * or all parts in turn. Each measures beside its floors, in the same run.
 */
import { benchCompare } from './compareBench.ts'
import { benchImports } from './importBench.ts'
import { benchReader } from './readerBench.ts'
import { benchRelated } from './relatedBench.ts'
import { benchViews } from './viewsBench.ts'

const parts: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  reader: benchReader,
  import: benchImports,
  views: benchViews,
  compare: benchCompare,
  related: benchRelated,
}

const [name = '', ...args] = process.argv.slice(2)
const asked = parts[name]
if (asked !== undefined) await asked(args)
else if (name !== '')
  throw new Error(`No part of the benchmark is called ${name}. There are ${Object.keys(parts).join(', ')}.`)
else
  for (const [each, run] of Object.entries(parts)) {
    console.log(`\n— ${each} —`)
    await run([])
  }
