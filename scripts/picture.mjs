/** `npm run picture`: sets up, then makes the picture of the README. */
import { runProgram } from './runProgram.mjs'

await runProgram('shots/readme.ts')
