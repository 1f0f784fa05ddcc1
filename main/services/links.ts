/** Links between annotations; the rules of the domain are asked for each. */
import { put, remove, replace, sameRecord } from '../../app/changes.ts'
import { GainsayError } from '../../app/errors.ts'
import type { Annotation, Link } from '../../app/model.ts'
import { canLink, sameLink } from '../../app/rules.ts'
import type { Relation } from '../../app/vocabulary.ts'
import type { ReadDb } from '../../db/connection.ts'
import { listLinksBetween } from '../../db/links.ts'
import { now } from '../clock.ts'
import { commit } from '../commit.ts'
import type { Handlers } from '../handlers.ts'
import { newId } from '../ids.ts'
import { getAnnotation, getLink } from './lookUp.ts'

export const linkHandlers: Handlers<'link.create' | 'link.update' | 'link.remove'> = {
  'link.create'(context, { fromId, relation, toId, note }) {
    const { db } = context
    const from = getAnnotation(db, fromId)
    const link = makeLink(db, from, relation, getAnnotation(db, toId), note ?? '', now())
    commit(context, { label: `Link: ${relation}`, changes: [put('link', link)] })
    return link
  },

  'link.update'(context, input) {
    const { db } = context
    const before = getLink(db, input.id)
    const after: Link = {
      ...before,
      relation: input.relation ?? before.relation,
      note: input.note ?? before.note,
    }
    if (sameRecord(before, after)) return before
    checkLink(db, getAnnotation(db, after.fromId), after, getAnnotation(db, after.toId))
    commit(context, { label: 'Edit a link', changes: [replace('link', before, after)] })
    return after
  },

  'link.remove'(context, { ids }) {
    const links = [...new Set(ids)].map((id) => getLink(context.db, id))
    const label = links.length === 1 ? 'Remove a link' : `Remove ${links.length} links`
    commit(context, { label, changes: links.map((link) => remove('link', link)) })
    return { removed: links.length }
  },
}

/** A new link the rules allow. @throws GainsayError `refused` with the rule. */
export function makeLink(
  db: ReadDb,
  from: Annotation,
  relation: Relation,
  to: Annotation,
  note: string,
  createdAt: string,
): Link {
  const link: Link = { id: newId('link'), fromId: from.id, toId: to.id, relation, note, createdAt }
  checkLink(db, from, link, to)
  return link
}

function checkLink(db: ReadDb, from: Annotation, link: Link, to: Annotation): void {
  const verdict = canLink(from, link.relation, to)
  if (!verdict.allowed) throw new GainsayError('refused', verdict.why)
  const others = listLinksBetween(db, link.relation, link.fromId, link.toId)
  if (others.some((other) => other.id !== link.id && sameLink(other, link))) {
    throw new GainsayError('refused', `These two passages are linked as “${link.relation}” already.`)
  }
}
