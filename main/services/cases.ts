/** The open case: what it holds, whether it is whole, and going over to another. */
import { join } from 'node:path'
import { GainsayError } from '../../app/errors.ts'
import type { CaseInfo, RecordsPart } from '../../app/results.ts'
import { listActors } from '../../db/actors.ts'
import { listAnnotatedArticles } from '../../db/articles.ts'
import { countAnnotations, countArticles, getCounter } from '../../db/caseState.ts'
import { checkCase } from '../../db/check.ts'
import { getHistory } from '../../db/journal.ts'
import { countLinks } from '../../db/links.ts'
import { type CaseFile, createCaseFile, openCaseFile } from '../../db/open.ts'
import { listRecordParts, readRecordsPart } from '../../db/recordParts.ts'
import { listThreads } from '../../db/threads.ts'
import type { Handlers } from '../handlers.ts'
import { caseExtension, caseName } from '../profile.ts'

/** What a case is and holds. */
export function describeCase({ path, db }: CaseFile): CaseInfo {
  return {
    path,
    name: caseName(path),
    counter: getCounter(db),
    articles: countArticles(db),
    annotations: countAnnotations(db),
    links: countLinks(db),
    history: getHistory(db),
  }
}

export const caseHandlers: Handlers<
  'case.info' | 'case.records' | 'case.recordsPart' | 'case.list' | 'case.open' | 'case.create' | 'case.check'
> = {
  'case.info': ({ file }) => describeCase(file),
  'case.records'({ db }) {
    const parts = listRecordParts(db)
    // The first part of each comes at once: in most cases that is all.
    const isFirst = ({ from }: RecordsPart) => from === 1
    const first = parts.filter(isFirst).map((part) => readRecordsPart(db, part))
    return {
      counter: getCounter(db),
      annotations: first.flatMap(({ annotations }) => annotations),
      links: first.flatMap(({ links }) => links),
      actors: listActors(db),
      threads: listThreads(db),
      articles: listAnnotatedArticles(db),
      rest: parts.filter((part) => !isFirst(part)),
    }
  },
  'case.recordsPart': ({ db }, part) => readRecordsPart(db, part),
  'case.list': ({ profile }) => profile?.listCases() ?? [],
  'case.open'(context, { path }) {
    const { file } = context
    if (file.isAt(path)) {
      if (file.isAt(file.path)) return describeCase(file)
      // It was moved here while it was open, and no file is opened twice.
      file.close()
    }
    return context.switchTo(openCaseFile(path))
  },
  'case.create'(context, { name, path }) {
    return context.switchTo(createCaseFile(path ?? pathFor(name, context.profile?.casesFolder ?? null)))
  },
  'case.check': ({ db }) => checkCase(db),
}

function pathFor(name: string | undefined, folder: string | null): string {
  if (name === undefined) throw new GainsayError('bad-input', 'A new case needs a name or a path.')
  if (folder === null) throw new GainsayError('bad-input', 'There is no folder for cases here; give a path.')
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(/\s+/g, ' ')
  if (plain === '')
    throw new GainsayError('bad-input', `“${name}” cannot be the name of a file; use letters or digits.`)
  return join(folder, plain + caseExtension)
}
