/** The command line's entry: runs one command on one case and ends. */
import { runCommandLine } from './program.ts'

process.exitCode = await runCommandLine(process.argv.slice(2), process.stdout, process.stderr)
