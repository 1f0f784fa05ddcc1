/** `npm run bench`: sets up, then runs the benchmark. */
import { runProgram } from './runProgram.mjs'

await runProgram('bench/bench.ts')
