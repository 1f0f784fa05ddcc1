/** `npm run seed:large -- <path>`: sets up, then makes the large case. */
import { runProgram } from './runProgram.mjs'

await runProgram('../main/seedLarge.ts')
