/** `gainsay export`, `backup` and `check`: what leaves the case, and whether the case is whole. */
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { GainsayError } from '../../app/errors.ts'
import type { ReportFormat } from '../../app/inputForms.ts'
import { bytesWords, counted } from '../../app/report/words.ts'
import { backUpCase } from '../../db/backup.ts'
import { openCaseFile } from '../../db/open.ts'
import { writeOut } from '../writeOut.ts'
import { findAnnotationIds, findArticleIds } from './lookUp.ts'
import { columns, type Outcome, oneLine } from './output.ts'
import type { Session } from './session.ts'

/** How much of an article's text a report has. */
export const textChoices = ['whole', 'passages'] as const

export type ExportOptions = {
  readonly format: ReportFormat
  readonly out: string
  /** Passages, each of which names the thread it is in. */
  readonly thread?: readonly string[]
  readonly text?: (typeof textChoices)[number]
}

/** Writes the report of the articles and threads named, or of all; what stood at the path is replaced whole or not at all. */
export async function exportReport(
  { call, casePath }: Session,
  given: readonly string[],
  { format, out, thread, text: how }: ExportOptions,
): Promise<Outcome> {
  const path = resolve(out)
  const articleIds = given.length === 0 ? null : await findArticleIds(call, given)
  const threadsOf = thread === undefined ? undefined : await findAnnotationIds(call, thread)
  const { text } = await call('report.render', {
    format,
    articleIds,
    ...(threadsOf === undefined ? {} : { threadsOf }),
    wholeText: how === undefined ? threadsOf === undefined : how === 'whole',
  })
  const bytes = Buffer.from(text, 'utf8')
  writeOut(path, bytes, casePath)
  return {
    json: { out: path, format, bytes: bytes.length },
    lines: [`Wrote ${oneLine(path)} (${bytesWords(bytes.length)})`],
  }
}

/** Writes a whole copy of the case, to a path where nothing is yet. */
export function backUp(casePath: string, out: string): Outcome {
  if (!existsSync(casePath)) throw new GainsayError('not-found', `There is no case at ${casePath}.`)
  const path = resolve(out)
  const file = openCaseFile(casePath)
  try {
    backUpCase(file.db, path)
  } finally {
    file.close()
  }
  const { size } = statSync(path)
  return { json: { out: path, bytes: size }, lines: [`Wrote ${oneLine(path)} (${bytesWords(size)})`] }
}

/** Checks the case; a case with problems is a failure. */
export async function checkCase({ call }: Session): Promise<Outcome> {
  const result = await call('case.check', {})
  const { articles, annotations, links, steps } = result.checked
  const checked = [
    counted(articles, 'article'),
    counted(annotations, 'annotation'),
    counted(links, 'link'),
    counted(steps, 'step of history', 'steps of history'),
  ].join(', ')
  return {
    json: result,
    lines: [
      `Checked ${checked}.`,
      ...columns(result.problems.map(({ where, what }) => [oneLine(where), oneLine(what)])),
      ...(result.ok ? ['The case is whole.'] : []),
    ],
    failure: result.ok ? null : `The case has ${counted(result.problems.length, 'problem')}.`,
  }
}
