/** The report as a file or on paper: of what is ticked in the report view, of the columns in the compare view, else of all. */
import type { ReportFormat } from '../../app/contract.ts'
import { reportChoice } from '../report/reportChoice.ts'
import type { Parts } from '../workspace/context.ts'
import type { Commands, IdsOf } from './commandRunner.ts'

export const reportCommands: Commands<IdsOf<'report'>> = {
  'report.html': { when: needsArticles, run: (parts) => saveReport(parts, 'html') },
  'report.markdown': { when: needsArticles, run: (parts) => saveReport(parts, 'markdown') },
  'report.print': {
    when: needsArticles,
    run({ workspace }) {
      // The view prints once the report has been drawn.
      reportChoice.set((choice) => ({ ...choice, printWanted: true }))
      workspace.patch({ view: 'report' })
    },
  },
}

function needsArticles({ records }: Parts): string | null {
  return records.info()?.articles === 0 ? 'There is nothing to report yet: import an article first.' : null
}

async function saveReport({ client, shell, workspace }: Parts, format: ReportFormat): Promise<void> {
  const { view, columns } = workspace.get()
  const chosen = view === 'report' ? reportChoice.get().articleIds : view === 'compare' ? columns : null
  if (view === 'report' && chosen?.length === 0) {
    workspace.notify('refused', 'No article is ticked: tick those that the report is to be of.')
    return
  }
  const articleIds = chosen === null || chosen.length === 0 ? null : [...chosen]
  const report = await client.call('report.render', { format, articleIds })
  const where = await shell.saveFile({
    name: report.fileName,
    mediaType: report.mediaType,
    bytes: new TextEncoder().encode(report.text),
  })
  if (where !== null) workspace.notify('done', `Saved the report as ${where}`)
}
