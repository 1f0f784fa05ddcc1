/**
 * An article goes on to another revision: its text, its metadata, its folds and its
 * annotations, all in one change set. An annotation that cannot be carried stays on
 * the revision it lies in, so that a quote is always what the text of its own revision
 * says; lying there is what makes it wait for review.
 */
import { bodyText } from '../../app/blocks.ts'
import type { Carried } from '../../app/carry/carry.ts'
import { alignTexts, carrySegments } from '../../app/carry/carry.ts'
import { carryFlips } from '../../app/carry/flips.ts'
import { type Change, replace, sameRecord } from '../../app/changes.ts'
import type { Annotation, Article, Metadata, Revision, SourceFile } from '../../app/model.ts'
import type { CarriedCounts, Revised } from '../../app/results.ts'
import { listAnnotationsOf } from '../../db/annotations.ts'
import type { ReadDb } from '../../db/connection.ts'
import { type Fingerprint, fingerprint } from '../../db/fingerprint.ts'
import { findProposed, getRevision, getRevisionText, type Material } from '../../db/material.ts'
import { newId } from '../ids.ts'

/** The text an article goes on to. */
export type NewText = {
  readonly source: SourceFile
  readonly bytes: Uint8Array
  readonly text: string
  readonly blocks: readonly Revision['blocks'][number][]
  readonly origin: Revision['origin']
  readonly part: Revision['part']
  readonly warnings: readonly string[]
  readonly createdAt: string
  /** What was read about the article with this text; null for a correction, which leaves metadata alone. */
  readonly metadata: Metadata | null
  /** Worked out from the text where absent. */
  readonly fingerprint?: Fingerprint
}

/** How annotations of the current revision come to the new one; by the diff of the texts where none is given. */
export type Carrier = (segments: Annotation['segments']) => Carried

/** What is to be written, and what to tell of it. */
export type Plan = { readonly changes: Change[]; readonly material: Material; readonly revised: Revised }

/** Plans the step that takes an article on to a new revision. */
export function planRevision(
  db: ReadDb,
  before: Article,
  next: NewText,
  carrier: Carrier | null = null,
): Plan {
  const base = getRevision(db, before.revisionId)
  const revision: Revision = {
    id: newId('revision'),
    articleId: before.id,
    sourceId: next.source.id,
    createdAt: next.createdAt,
    origin: next.origin,
    baseId: base.id,
    part: next.part,
    warnings: [...next.warnings],
    text: next.text,
    blocks: [...next.blocks],
  }
  const formerly = findProposed(db, base.id)
  const article: Article = {
    ...before,
    ...(next.metadata === null ? {} : mergeProposed(before, formerly, next.metadata)),
    revisionId: revision.id,
    sourceId: next.source.id,
    // A correction says of each block itself whether it is furniture.
    flippedBlocks: next.origin === 'correction' ? [] : carryFlips(base, before.flippedBlocks, revision),
  }
  const { changes, carried } = carryAnnotations(db, base, revision, carrier)
  return {
    changes: [replace('article', before, article), ...changes],
    material: {
      source: next.source,
      bytes: next.bytes,
      revision,
      fingerprint: next.fingerprint ?? fingerprint(bodyText(revision, { flippedBlocks: [] })),
      proposed: next.metadata ?? formerly,
    },
    revised: { article, revisionId: revision.id, carried },
  }
}

function carryAnnotations(db: ReadDb, base: Revision, to: Revision, carrier: Carrier | null) {
  const changes: Change[] = []
  const counts = { kept: 0, moved: 0, review: 0 } satisfies CarriedCounts
  const carriers = new Map<string, Carrier>()
  const carrierFrom = (revisionId: string): Carrier => {
    let known = carriers.get(revisionId)
    if (known === undefined) {
      known = carrier !== null && revisionId === base.id ? carrier : byDiff(db, revisionId, to.text)
      carriers.set(revisionId, known)
    }
    return known
  }
  for (const annotation of listAnnotationsOf(db, to.articleId)) {
    if (annotation.detached) continue
    // What waits already may find its words again.
    const carried = carrierFrom(annotation.revisionId)(annotation.segments)
    counts[carried.fate] += 1
    if (carried.fate === 'review') continue
    changes.push(
      replace('annotation', annotation, { ...annotation, revisionId: to.id, segments: carried.segments }),
    )
  }
  return { changes, carried: counts }
}

function byDiff(db: ReadDb, revisionId: string, to: string): Carrier {
  const alignment = alignTexts(getRevisionText(db, revisionId), to)
  return (segments) => carrySegments(alignment, segments)
}

/**
 * What a new reading says where nobody has corrected what the old one said; what it does not say leaves
 * things as they are. Where it is not known what was proposed, only what is empty is filled in.
 */
export function mergeProposed(
  now: Article,
  formerly: Metadata | null,
  proposed: Metadata,
): Partial<Metadata> {
  const merged: Partial<Metadata> = {}
  const take = <K extends keyof Metadata>(field: K) => {
    const untouched = formerly === null ? isEmpty(now[field]) : sameRecord(now[field], formerly[field])
    if (untouched && !isEmpty(proposed[field])) merged[field] = proposed[field]
  }
  const headlineUntouched =
    formerly === null
      ? now.headlineProposed
      : now.headline === formerly.headline && now.headlineProposed === formerly.headlineProposed
  if (headlineUntouched && !(proposed.headlineProposed && !now.headlineProposed)) {
    merged.headline = proposed.headline
    merged.headlineProposed = proposed.headlineProposed
  }
  take('publisher')
  take('authors')
  take('credits')
  take('dateline')
  take('datelineDate')
  take('published')
  take('url')
  take('language')
  take('correction')
  return merged
}

const isEmpty = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0)
