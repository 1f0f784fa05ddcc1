/** The report in any of its formats. Pure: the same model gives the same text. */
import type { ReportFormat } from '../inputForms.ts'
import type { RenderedReport } from '../results.ts'
import { documentHtml } from './html/documentHtml.ts'
import { documentMarkdown } from './markdown/documentMarkdown.ts'
import { outlineOf } from './outline.ts'
import type { ReportModel } from './reportModel.ts'
import { visible } from './visible.ts'

const formats = {
  html: { extension: 'html', mediaType: 'text/html', render: documentHtml },
  markdown: { extension: 'md', mediaType: 'text/markdown', render: documentMarkdown },
} as const satisfies Record<ReportFormat, unknown>

/** Renders the report and proposes a file name without folders. */
export function renderReport(model: ReportModel, format: ReportFormat): RenderedReport {
  const { extension, mediaType, render } = formats[format]
  return {
    fileName: `${fileStem(model.caseName)} report.${extension}`,
    mediaType,
    text: render(model, outlineOf(model)),
  }
}

/** A name that every file system takes. */
function fileStem(name: string): string {
  const plain = visible(name)
    .replace(/[\\/:*?"<>|\n\t⟨⟩]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return [...plain].slice(0, 80).join('').trim() || 'Gainsay'
}
