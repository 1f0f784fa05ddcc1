/** A case as the ledger sees it, from plain lists of its records, where nothing keeps them at hand. */
import type { AnnotationId } from '../ids.ts'
import type { Actor, Annotation, Article, Link, ThreadRecord } from '../model.ts'
import { sourceRoot } from '../revisions.ts'
import type { CaseView } from './caseView.ts'

export type CaseLists = {
  readonly articles: readonly Article[]
  readonly annotations: readonly Annotation[]
  readonly links: readonly Link[]
  readonly actors: readonly Actor[]
  /** Oldest first. */
  readonly threads: readonly ThreadRecord[]
}

/** The lists as one view; it does not follow what changes in them. */
export function makeView({ articles, annotations, links, actors, threads }: CaseLists): CaseView {
  const byId = <T extends { readonly id: string }>(records: readonly T[]) =>
    new Map<string, T>(records.map((record) => [record.id, record]))
  const [articlesById, actorsById] = [byId(articles), byId(actors)]
  const linksOf = new Map<AnnotationId, Link[]>()
  for (const link of links) {
    for (const id of new Set([link.fromId, link.toId])) {
      const list = linksOf.get(id)
      if (list === undefined) linksOf.set(id, [link])
      else list.push(link)
    }
  }
  return {
    annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])),
    links,
    linksOf: (id) => linksOf.get(id) ?? [],
    threads,
    actor: (id) => actorsById.get(id) ?? null,
    article: (id) => articlesById.get(id) ?? null,
    sourceOf: (id) => sourceRoot(id, (one) => articlesById.get(one)),
  }
}
