/** Reports: gathers what the scope comes to and has it rendered. */
import { makeView } from '../../app/ledger/makeView.ts'
import type { Article } from '../../app/model.ts'
import { narrow, type Scoped } from '../../app/report/narrow.ts'
import { renderReport } from '../../app/report/renderReport.ts'
import type { ReportModel } from '../../app/report/reportModel.ts'
import type { ReportScope } from '../../app/report/reportScope.ts'
import { listActors } from '../../db/actors.ts'
import { listArticles } from '../../db/articles.ts'
import { getRevision, getSource } from '../../db/material.ts'
import { now } from '../clock.ts'
import type { Context, Handlers } from '../handlers.ts'
import { caseName } from '../profile.ts'
import { getArticle } from './lookUp.ts'
import { readReach } from './reportReach.ts'

export const reportHandlers: Handlers<'report.render'> = {
  'report.render': (context, { format, ...scope }) => renderReport(gather(context, scope), format),
}

function gather({ file, db }: Context, scope: ReportScope): ReportModel {
  for (const id of scope.articleIds ?? []) getArticle(db, id)
  const articles = listArticles(db)
  const actors = listActors(db)
  const { threadsInCase, ...records } = readReach(db, scope)
  const scoped = narrow(makeView({ ...records, articles, actors }), articles, scope, threadsInCase)
  return {
    ...scoped,
    caseName: caseName(file.path),
    madeAt: now(),
    articles: scoped.articles.map((article) => ({
      article,
      revision: getRevision(db, article.revisionId),
      source: getSource(db, article.sourceId),
    })),
    actors,
    otherArticles: othersAmong(articles, scoped),
    ofThreads: scope.threadsOf !== undefined,
    wholeText: scope.wholeText ?? true,
  }
}

/** The articles that the report names and does not report on. */
function othersAmong(
  articles: readonly Article[],
  scoped: Pick<Scoped, 'articles' | 'otherAnnotations'>,
): Article[] {
  const here = new Set(scoped.articles.map(({ id }) => id))
  const named = new Set<string | null>([
    ...scoped.otherAnnotations.map(({ articleId }) => articleId),
    ...scoped.articles.map(({ reprintOf }) => reprintOf),
  ])
  return articles.filter(({ id }) => named.has(id) && !here.has(id))
}
