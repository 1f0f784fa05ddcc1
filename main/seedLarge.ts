/**
 * Fills a new case as large as the benchmark asks: 2,000 articles, 20,000 annotations
 * and 30,000 links of a made-up affair, the same every time. Written straight to the
 * case file, a hundred articles a step, through the same tables and journal as any
 * other case, so that `check` finds nothing.
 *
 * `node main/seedLarge.ts <path> [articles]`
 */

import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { makeSegments } from '../app/anchor/segment.ts'
import { blockSeparator } from '../app/blocks.ts'
import { type Change, put } from '../app/changes.ts'
import {
  actorIdSchema,
  annotationIdSchema,
  articleIdSchema,
  linkIdSchema,
  revisionIdSchema,
  sourceIdSchema,
} from '../app/ids.ts'
import type { Actor, Annotation, Article, Block, Link } from '../app/model.ts'
import { canLink } from '../app/rules.ts'
import { kinds, relations } from '../app/vocabulary.ts'
import { raiseCounter } from '../db/caseState.ts'
import { type ReadDb, transaction } from '../db/connection.ts'
import { fingerprint } from '../db/fingerprint.ts'
import { addStep } from '../db/journal.ts'
import { type Material, putMaterial } from '../db/material.ts'
import { createCaseFile } from '../db/open.ts'
import { writeChange } from '../db/records.ts'

const annotationsEach = 10
const linksEach = 15
const actorCount = 400
const articlesPerStep = 100

/** Numbers that look random and are the same for the same seed (mulberry32, by Tommy Ettinger). */
function seeded(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const places = ['Kabul', 'Islamabad', 'Washington', 'Peshawar', 'Lahore', 'Geneva', 'Ankara', 'Doha']
const roles = ['minister', 'general', 'spokesman', 'senator', 'diplomat', 'witness', 'analyst', 'governor']
const deeds = [
  'closed the border',
  'moved troops',
  'paid the militants',
  'broke the truce',
  'held talks',
  'shot first',
]

/** Writes the case. @returns the number of records. Errors: those of making a case file. */
export function seedLarge(path: string, articles = 2_000): number {
  const file = createCaseFile(resolve(path))
  try {
    return fill(file.db, articles)
  } finally {
    file.close()
  }
}

function fill(db: ReadDb, articles: number): number {
  const pick = seeded(20110915)
  const moment = '2026-01-01T00:00:00.000Z'
  const number = (value: number) => String(value).padStart(8, '0')
  const actors = Array.from({ length: actorCount }, (_, index): Actor => {
    const name = `The ${places[index % places.length]} ${roles[(index >> 3) % roles.length]} ${index + 1}`
    return { id: actorIdSchema.parse(`act_${number(index)}`), name, type: null, aliases: [], note: '' }
  })
  let records = 0
  /** Passages that later ones may be linked to: of the affair they belong to, the latest few. */
  const affairs = new Map<number, Annotation[]>()
  const affairCount = Math.ceil(articles * 1.25)
  const seenLinks = new Set<string>()
  let linkCount = 0

  for (let first = 0; first < articles; first += articlesPerStep) {
    const changes: Change[] = first === 0 ? actors.map((actor) => put('actor', actor)) : []
    const materials: Material[] = []
    const count = Math.min(articlesPerStep, articles - first)
    for (let index = first; index < first + count; index += 1) {
      const made = makeArticle(index)
      materials.push(made.material)
      changes.push(put('article', made.article))
      for (const annotation of made.annotations) changes.push(put('annotation', annotation))
      changes.push(...makeLinks(made.annotations, (index + 1) * linksEach))
    }
    transaction(db, (writable) => {
      for (const material of materials) putMaterial(writable, material)
      for (const change of changes) writeChange(writable, change)
      addStep(writable, moment, `Add ${count} articles`, changes, null)
      raiseCounter(writable)
    })
    records += changes.length
  }
  return records

  function makeArticle(index: number) {
    const day = new Date(Date.UTC(2009, 0, 1) + pick(1800) * 86_400_000).toISOString().slice(0, 10)
    const sentences = Array.from({ length: annotationsEach * 2 }, (_, at) => {
      const who = actors[pick(actorCount)]?.name ?? ''
      return `${who} said on day ${at + 1} that the ${roles[pick(roles.length)]} in ${places[pick(places.length)]} ${deeds[pick(deeds.length)]}.`
    })
    const headline = `Report ${index + 1} from ${places[index % places.length]}`
    const lines = [headline, ...sentences]
    const text = lines.join(blockSeparator)
    let at = 0
    const blocks = lines.map((line, block): Block => {
      const start = at
      at += line.length + blockSeparator.length
      return {
        type: block === 0 ? 'heading' : 'paragraph',
        start,
        end: start + line.length,
        level: block === 0 ? 1 : null,
        furniture: block === 0 ? 'head' : null,
      }
    })
    const bytes = Buffer.from(text)
    const sourceId = sourceIdSchema.parse(`src_${number(index)}`)
    const revisionId = revisionIdSchema.parse(`rev_${number(index)}`)
    const articleId = articleIdSchema.parse(`art_${number(index)}`)
    const material: Material = {
      source: {
        id: sourceId,
        name: `report-${index + 1}.txt`,
        origin: 'file',
        mediaType: 'text/plain',
        size: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        encoding: 'utf-8',
        encodingSure: true,
        format: 'text',
        mapping: null,
        importedAt: moment,
      },
      bytes,
      revision: {
        id: revisionId,
        articleId,
        sourceId,
        createdAt: moment,
        origin: 'import',
        baseId: null,
        part: null,
        warnings: [],
        text,
        blocks,
      },
      fingerprint: fingerprint(text),
      proposed: null,
    }
    const article: Article = {
      id: articleId,
      revisionId,
      sourceId,
      importedAt: moment,
      flippedBlocks: [],
      reprintOf: null,
      headline,
      headlineProposed: false,
      publisher: `Agency ${index % 40}`,
      authors: [],
      credits: [],
      dateline: null,
      datelineDate: null,
      published: day,
      url: null,
      language: 'en',
      correction: null,
    }
    const annotations = Array.from({ length: annotationsEach }, (_, which): Annotation => {
      const block = blocks[1 + which * 2]
      const segments = makeSegments(text, [{ start: block?.start ?? 0, end: block?.end ?? 1 }])
      const kind = kinds[pick(10) < 5 ? 0 : pick(10) < 4 ? 1 : 2] ?? 'claim'
      const speakerId = pick(12) === 0 ? null : (actors[pick(actorCount)]?.id ?? null)
      const date = pick(5) === 0 ? null : pick(4) === 0 ? day.slice(0, 7) : day
      const base = {
        id: annotationIdSchema.parse(`ann_${number(index * annotationsEach + which)}`),
        articleId,
        revisionId,
        detached: false,
        segments,
        note: '',
        labels: pick(4) === 0 ? [`affair ${pick(12)}`] : [],
        reliability: null,
        credibility: null,
        createdAt: moment,
        updatedAt: moment,
      }
      if (kind === 'claim')
        return {
          ...base,
          kind,
          fields: { speakerId, attribution: null, certainty: null, about: '', said: date },
        }
      if (kind === 'denial') return { ...base, kind, fields: { speakerId, stance: 'denies', said: date } }
      const participantIds = speakerId === null ? [] : [speakerId]
      return {
        ...base,
        kind,
        fields: { title: `Event ${index + 1}.${which + 1}`, when: date, where: '', participantIds },
      }
    })
    return { material, article, annotations }
  }

  /** Links new passages among the latest of their affair, until there are as many as wanted. */
  function makeLinks(annotations: readonly Annotation[], wanted: number): Change[] {
    const changes: Change[] = []
    for (const annotation of annotations) {
      const affair = pick(affairCount)
      const known = affairs.get(affair) ?? []
      affairs.set(affair, [...known, annotation].slice(-24))
    }
    for (let tries = 0; linkCount < wanted && tries < 400; tries += 1) {
      const known = affairs.get(pick(affairCount)) ?? []
      const [from, to] = [known[pick(known.length || 1)], known[pick(known.length || 1)]]
      const relation = relations[pick(relations.length)] ?? 'supports'
      if (from === undefined || to === undefined || !canLink(from, relation, to).allowed) continue
      const key = [relation, ...[from.id, to.id].sort()].join(' ')
      if (seenLinks.has(key)) continue
      seenLinks.add(key)
      const link: Link = {
        id: linkIdSchema.parse(`lnk_${number(linkCount)}`),
        fromId: from.id,
        toId: to.id,
        relation,
        note: '',
        createdAt: moment,
      }
      linkCount += 1
      changes.push(put('link', link))
    }
    return changes
  }
}

if (import.meta.main) {
  const [path, count] = process.argv.slice(2)
  if (path === undefined) {
    console.error('Name the case file to make: npm run seed:large -- large.gainsay')
    process.exitCode = 2
  } else
    console.log(`Wrote ${seedLarge(path, Number(count ?? 2_000)).toLocaleString('en')} records to ${path}.`)
}
