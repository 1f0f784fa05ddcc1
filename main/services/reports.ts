/** Reports: gathers what the chosen articles lead to and has it rendered. */
import type { Annotation, Article, Link } from '../../app/model.ts'
import { renderReport } from '../../app/report/renderReport.ts'
import type { ReportModel } from '../../app/report/reportModel.ts'
import { findActor, listActors } from '../../db/actors.ts'
import { actorsOf, listAnnotations, listAnnotationsOf } from '../../db/annotations.ts'
import { listArticles } from '../../db/articles.ts'
import type { ReadDb } from '../../db/connection.ts'
import { listLinks, listLinksOf } from '../../db/links.ts'
import { getRevision, getSource } from '../../db/material.ts'
import { now } from '../clock.ts'
import type { Context, Handlers } from '../handlers.ts'
import { caseName } from '../profile.ts'
import { getAnnotation, getArticle } from './lookUp.ts'

export const reportHandlers: Handlers<'report.render'> = {
  'report.render': (context, { format, articleIds }) => renderReport(gather(context, articleIds), format),
}

function gather({ file, db }: Context, ids: readonly string[] | null): ReportModel {
  const articles = ids === null ? listArticles(db) : [...new Set(ids)].map((id) => getArticle(db, id))
  const { annotations, links } = ids === null ? gatherAll(db) : gatherOf(db, articles)
  const chosen = new Set<string>(articles.map((article) => article.id))
  const others = [...new Set(annotations.map((annotation) => annotation.articleId))].filter(
    (id) => !chosen.has(id),
  )
  return {
    caseName: caseName(file.path),
    madeAt: now(),
    articles: articles.map((article) => ({
      article,
      revision: getRevision(db, article.revisionId),
      source: getSource(db, article.sourceId),
    })),
    annotations,
    links,
    actors: gatherActors(db, annotations, ids === null),
    otherArticles: others.map((id) => getArticle(db, id)),
  }
}

type Gathered = { annotations: Annotation[]; links: Link[] }

const gatherAll = (db: ReadDb): Gathered => ({ annotations: listAnnotations(db), links: listLinks(db) })

function gatherOf(db: ReadDb, articles: readonly Article[]): Gathered {
  const annotations = new Map<string, Annotation>()
  for (const article of articles) {
    for (const annotation of listAnnotationsOf(db, article.id)) annotations.set(annotation.id, annotation)
  }
  const links = new Map<string, Link>()
  for (const id of [...annotations.keys()]) {
    for (const link of listLinksOf(db, id)) {
      links.set(link.id, link)
      for (const end of [link.fromId, link.toId]) {
        if (!annotations.has(end)) annotations.set(end, getAnnotation(db, end))
      }
    }
  }
  return { annotations: [...annotations.values()], links: [...links.values()] }
}

function gatherActors(db: ReadDb, annotations: readonly Annotation[], all: boolean) {
  if (all) return listActors(db)
  const ids = [...new Set(annotations.flatMap(actorsOf))]
  return ids.map((id) => findActor(db, id)).filter((actor) => actor !== null)
}
