/** `npm run bench:views`: sets up, then measures the views on the large case. */
import { runProgram } from './runProgram.mjs'

await runProgram('bench/viewsBench.ts')
