/** What the view on the screen shows, as a file or on paper. */
import { toCsv } from '../../app/tables/csv.ts'
import { pngBytes } from '../views/exportPicture.ts'
import type { Parts } from '../workspace/context.ts'
import type { Commands, IdsOf } from './commandRunner.ts'

const needsTable = ({ workspace }: Parts) =>
  workspace.exports.current?.table == null
    ? 'There is no table here: open the compare view, ledger, timeline or graph.'
    : null
const needsPicture = ({ workspace }: Parts) =>
  workspace.exports.current?.picture == null
    ? 'There is no picture here: open the compare view, the timeline or the graph.'
    : null

export const exportCommands: Commands<IdsOf<'export'>> = {
  'export.csv': {
    when: needsTable,
    async run(parts) {
      const { name, table } = parts.workspace.exports.current ?? { name: '', table: null }
      if (table !== null) await save(parts, `${name}.csv`, 'text/csv', encode(toCsv(table())))
    },
  },
  'export.svg': {
    when: needsPicture,
    async run(parts) {
      const { name, picture } = findPicture(parts)
      if (picture !== null) await save(parts, `${name}.svg`, 'image/svg+xml', encode(picture.svg))
    },
  },
  'export.png': {
    when: needsPicture,
    async run(parts) {
      const { name, picture } = findPicture(parts)
      if (picture !== null) await save(parts, `${name}.png`, 'image/png', await pngBytes(picture))
    },
  },
  'export.print': {
    when: ({ workspace }) =>
      workspace.exports.current === null
        ? 'This prints the compare view, the ledger, the timeline and the graph; open one of them.'
        : null,
    run: printView,
  },
}

const encode = (text: string) => new TextEncoder().encode(text)

function findPicture({ workspace }: Parts) {
  const shown = workspace.exports.current
  return { name: shown?.name ?? '', picture: shown?.picture?.() ?? null }
}

async function save(
  { shell, workspace }: Parts,
  name: string,
  mediaType: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const where = await shell.saveFile({ name, mediaType, bytes })
  if (where !== null) workspace.notify('done', `Saved ${where}`)
}

/** Draws every line, prints, and goes back to drawing what is seen. */
async function printView({ workspace }: Parts): Promise<void> {
  workspace.patch({ printing: true })
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  try {
    window.print()
  } finally {
    workspace.patch({ printing: false })
  }
}
