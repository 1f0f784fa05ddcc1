/** The report of a thread; the report as a file or on paper, of what is ticked in the report view, of the columns in the compare view, else of all. */
import type { ReportFormat } from '../../app/inputForms.ts'
import type { ReportScope } from '../../app/report/reportScope.ts'
import { reportOn } from '../ledger/threadActions.ts'
import { findThreadAtHand } from '../ledger/threadAtHand.ts'
import { heldBy, lackOf, ofArticles, reportChoice, reportOfAll, scopeOf } from '../report/reportChoice.ts'
import { caseBookOf } from '../views/caseBook.ts'
import type { Parts } from '../workspace/context.ts'
import type { Commands, IdsOf } from './commandRunner.ts'

export const reportCommands: Commands<IdsOf<'report'>> = {
  'report.html': { when: needsArticles, run: (parts) => saveReport(parts, 'html') },
  'report.markdown': { when: needsArticles, run: (parts) => saveReport(parts, 'markdown') },
  'report.print': {
    when: needsArticles,
    run(parts) {
      parts.workspace.patch({ view: 'report' })
      if (scopeAtHand(parts) === null) return
      // The view prints once the report has been drawn.
      reportChoice.set((choice) => ({ ...choice, printWanted: true }))
    },
  },
  'report.thread': {
    when: (parts) =>
      findThreadAtHand(parts) === null ? 'Choose a thread in the ledger or a passage first.' : null,
    run(parts) {
      const row = findThreadAtHand(parts)
      if (row !== null) reportOn(parts, row)
    },
  },
}

function needsArticles({ records }: Parts): string | null {
  return records.info()?.articles === 0 ? 'There is nothing to report yet: import an article first.' : null
}

async function saveReport(parts: Parts, format: ReportFormat): Promise<void> {
  const { client, shell, workspace } = parts
  const scope = scopeAtHand(parts)
  if (scope === null) return
  const report = await client.call('report.render', { format, ...scope })
  const where = await shell.saveFile({
    name: report.fileName,
    mediaType: report.mediaType,
    bytes: new TextEncoder().encode(report.text),
  })
  if (where !== null) workspace.notify('done', `Saved the report as ${where}`)
}

/** What the view on the screen is of; null, and said, where that is nothing. */
function scopeAtHand({ records, workspace }: Parts): ReportScope | null {
  const { view, columns } = workspace.get()
  if (view !== 'report') {
    return scopeOf(view === 'compare' && columns.length > 0 ? ofArticles(columns) : reportOfAll)
  }
  const choice = reportChoice.get()
  const lack = lackOf(choice, heldBy(choice, caseBookOf(records).threads()))
  if (lack === null) return scopeOf(choice)
  workspace.notify('refused', `${lack.title}. ${lack.advice}`)
  return null
}
