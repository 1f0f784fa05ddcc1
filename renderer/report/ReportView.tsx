/** The report: what it is of, and beside that the report itself. */
import { CommandButton } from '../frame/CommandButton.tsx'
import { CommandKey } from '../read/CommandKey.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useRecords } from '../workspace/context.ts'
import { ReportPage } from './ReportPage.tsx'
import { ReportPanel } from './ReportPanel.tsx'
import './report.css'

export function ReportView() {
  const articles = useRecords((records) => records.info()?.articles ?? 0)
  if (articles === 0) {
    return (
      <EmptyState
        title="There is nothing to report yet"
        actions={<CommandButton id="article.import" primary />}
      >
        Import an article with <CommandKey id="article.import" />, tag what it claims, and its report stands
        here.
      </EmptyState>
    )
  }
  return (
    <div className="report">
      <ReportPanel />
      <ReportPage />
    </div>
  )
}
