/** Tagging: passages are made, edited and removed here, each as one change set. */
import { makeSegments } from '../../app/anchor/segment.ts'
import { type Change, put, replace, sameRecord } from '../../app/changes.ts'
import type { Input } from '../../app/contract.ts'
import { GainsayError } from '../../app/errors.ts'
import type { Annotation, Link } from '../../app/model.ts'
import { canLink } from '../../app/rules.ts'
import type { Kind } from '../../app/vocabulary.ts'
import type { ReadDb } from '../../db/connection.ts'
import { listLinksOf } from '../../db/links.ts'
import { getRevisionText } from '../../db/material.ts'
import { now } from '../clock.ts'
import { commit } from '../commit.ts'
import type { Handlers } from '../handlers.ts'
import { newId } from '../ids.ts'
import { makeFields, openActorBook } from './fields.ts'
import { makeLink } from './links.ts'
import { checkChosenIn, getAnnotation, getArticle } from './lookUp.ts'
import { removeAnnotations, removeLeftActors } from './removal.ts'

const nouns: { readonly [K in Kind]: string } = { claim: 'a claim', denial: 'a denial', event: 'an event' }

export const annotationHandlers: Handlers<'annotation.create' | 'annotation.update' | 'annotation.remove'> = {
  'annotation.create'(context, input) {
    const { db } = context
    const article = getArticle(db, input.articleId)
    checkChosenIn(input.revisionId, article.revisionId)
    const segments = makeSegments(getRevisionText(db, article.revisionId), input.segments)
    const actors = openActorBook(db)
    const moment = now()
    const annotation: Annotation = {
      id: newId('annotation'),
      articleId: article.id,
      revisionId: article.revisionId,
      detached: false,
      segments,
      ...makeFields(input.kind, input.fields ?? {}, null, actors),
      note: input.note ?? '',
      labels: uniqueLabels(input.labels ?? []),
      reliability: input.reliability ?? null,
      credibility: input.credibility ?? null,
      createdAt: moment,
      updatedAt: moment,
    }
    const links = input.link === undefined ? [] : [linkWith(db, annotation, input.link, moment)]
    commit(context, {
      label: `Tag ${nouns[annotation.kind]}`,
      changes: [...actors.added, put('annotation', annotation), ...links.map((link) => put('link', link))],
    })
    return annotation
  },

  'annotation.update'(context, input) {
    const { db } = context
    const before = getAnnotation(db, input.id)
    checkChosenIn(input.revisionId, before.revisionId)
    const kind = input.kind ?? before.kind
    if (kind !== before.kind) checkLinksAllow(db, before, kind)
    const actors = openActorBook(db)
    const edited: Annotation = {
      ...before,
      segments:
        input.segments === undefined
          ? before.segments
          : makeSegments(getRevisionText(db, before.revisionId), input.segments),
      ...makeFields(kind, input.fields ?? {}, before, actors),
      note: input.note ?? before.note,
      labels: input.labels === undefined ? before.labels : uniqueLabels(input.labels),
      reliability: input.reliability === undefined ? before.reliability : input.reliability,
      credibility: input.credibility === undefined ? before.credibility : input.credibility,
    }
    if (sameRecord(before, edited)) return before
    const after: Annotation = { ...edited, updatedAt: now() }
    const changes: Change[] = [
      ...actors.added,
      replace('annotation', before, after),
      ...removeLeftActors(db, [before], [after]),
    ]
    const label =
      kind === before.kind ? `Edit ${nouns[kind]}` : `Turn ${nouns[before.kind]} into ${nouns[kind]}`
    commit(context, { label, changes })
    return after
  },

  'annotation.remove'(context, { ids }) {
    const annotations = [...new Set(ids)].map((id) => getAnnotation(context.db, id))
    const only = annotations.length === 1 ? annotations[0] : undefined
    const label = only === undefined ? `Remove ${annotations.length} passages` : `Remove ${nouns[only.kind]}`
    commit(context, { label, changes: removeAnnotations(context.db, annotations) })
    return { removed: annotations.length }
  },
}

const uniqueLabels = (labels: readonly string[]) => [...new Set(labels)]

type LinkWith = NonNullable<Input<'annotation.create'>['link']>

function linkWith(db: ReadDb, annotation: Annotation, wanted: LinkWith, moment: string): Link {
  const other = getAnnotation(db, wanted.other)
  const [from, to] = wanted.newIs === 'from' ? [annotation, other] : [other, annotation]
  return makeLink(db, from, wanted.relation, to, '', moment)
}

/** @throws GainsayError `refused` when a link of the annotation does not join the new kind. */
function checkLinksAllow(db: ReadDb, annotation: Annotation, kind: Kind): void {
  const turned = { id: annotation.id, kind }
  for (const link of listLinksOf(db, annotation.id)) {
    const isFrom = link.fromId === annotation.id
    const other = getAnnotation(db, isFrom ? link.toId : link.fromId)
    const verdict = isFrom ? canLink(turned, link.relation, other) : canLink(other, link.relation, turned)
    if (!verdict.allowed) {
      throw new GainsayError(
        'refused',
        `This passage cannot become ${nouns[kind]} while it is linked: ${verdict.why} Remove the link first.`,
      )
    }
  }
}
