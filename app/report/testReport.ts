/** What the tests of the report read out of it. */
import { expect } from 'vitest'
import { renderReport } from './renderReport.ts'
import type { ReportModel } from './reportModel.ts'

/** The report as it is saved. */
export const text = (model: ReportModel, format: 'html' | 'markdown') => renderReport(model, format).text

/** The part of a document from one string to the next. */
export function between(document: string, from: string, to: string): string {
  const start = document.indexOf(from)
  expect(start, `${from} is in the document`).not.toBe(-1)
  return document.slice(start, document.indexOf(to, start + from.length))
}

/** What a reader sees: tags gone, entities read, spaces joined. */
export function read(markup: string): string {
  return decode(markup.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
/** Entities as the signs they stand for. */
export const decode = (escaped: string) =>
  escaped.replace(/&(lt|gt|quot|amp|#39);/g, (_, name: string) =>
    name === 'lt' ? '<' : name === 'gt' ? '>' : name === 'quot' ? '"' : name === 'amp' ? '&' : "'",
  )
