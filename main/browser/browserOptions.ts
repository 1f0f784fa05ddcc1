/** What the browser shell takes on its command line. */
import { parseArgs } from 'node:util'

export type BrowserOptions = {
  /** Whether to open an app window, or only print the address. */
  readonly open: boolean
  /** 0 for any free one. */
  readonly port: number
  /** The case asked for, or null for the last one. */
  readonly casePath: string | null
}

export const browserUsage = `Usage: npm start -- [--browser] [--no-open] [--port N] [--case FILE]

  --browser    take the browser shell, even where the Electron shell is at hand
  --no-open    print the address and open no window (browser shell)
  --port N     listen on this port of 127.0.0.1 (browser shell); any free one by default
  --case FILE  open this case; one that does not exist yet is made, empty
  --help       print this`

/** The options, or the reason why the command line is wrong, or 'help'. */
export function parseBrowserOptions(args: readonly string[]): BrowserOptions | { wrong: string } | 'help' {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      options: {
        browser: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        case: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (values.help) return 'help'
    const port = parsePort(values.port ?? '0')
    if (port === null) return { wrong: `--port takes a number from 0 to 65535, not “${values.port}”.` }
    if (values.case === '') return { wrong: '--case takes the path of a case file.' }
    return { open: !values['no-open'], port, casePath: values.case ?? null }
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) }
  }
}

function parsePort(text: string): number | null {
  if (!/^\d{1,5}$/.test(text)) return null
  const port = Number(text)
  return port <= 65_535 ? port : null
}
