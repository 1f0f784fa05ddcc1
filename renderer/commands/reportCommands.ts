/** The report as a file or on paper: of the articles being compared in the compare view, else of all. */
import type { ReportFormat } from '../../app/contract.ts'
import type { Parts } from '../workspace/context.ts'
import type { Commands, IdsOf } from './commandRunner.ts'

export const reportCommands: Commands<IdsOf<'report'>> = {
  'report.html': { when: needsArticles, run: (parts) => saveReport(parts, 'html') },
  'report.markdown': { when: needsArticles, run: (parts) => saveReport(parts, 'markdown') },
  'report.print': {
    when: needsArticles,
    run({ workspace }) {
      workspace.patch({ view: 'report' })
      // Print once the report has been drawn: after the frame in which its view is mounted.
      requestAnimationFrame(() => requestAnimationFrame(() => window.print()))
    },
  },
}

function needsArticles({ records }: Parts): string | null {
  return records.info()?.articles === 0 ? 'There is nothing to report yet: import an article first.' : null
}

async function saveReport({ client, shell, workspace }: Parts, format: ReportFormat): Promise<void> {
  const { view, columns } = workspace.get()
  const articleIds = view === 'compare' && columns.length > 0 ? [...columns] : null
  const report = await client.call('report.render', { format, articleIds })
  const where = await shell.saveFile({
    name: report.fileName,
    mediaType: report.mediaType,
    bytes: new TextEncoder().encode(report.text),
  })
  if (where !== null) workspace.notify('done', `Saved the report as ${where}`)
}
