/** `npm run shots`: sets up, then pictures every view of the sample case into dist/shots. */
import { runProgram } from './runProgram.mjs'

await runProgram('shots.ts')
