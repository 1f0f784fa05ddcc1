/** Records for tests, with everything that a test does not name left plain; and a large case from a seed. */
import type { Actor, Annotation, Article, Claim, Denial, EventAnnotation, Link } from '../model.ts'
import type { Relation } from '../vocabulary.ts'
import type { ThreadRecord } from './threadRecord.ts'

const moment = (order: number) => new Date(Date.UTC(2012, 0, 1) + order * 1000).toISOString()
let made = 0

type Common = { readonly articleId?: string; readonly quote?: string; readonly order?: number }

function base(id: string, { articleId = 'art_000001', quote = `Words of ${id}`, order }: Common) {
  made += 1
  return {
    id,
    articleId,
    revisionId: `rev_of_${articleId}`,
    segments: [{ start: 0, end: quote.length, exact: quote, prefix: '', suffix: '' }],
    note: '',
    labels: [],
    reliability: null,
    credibility: null,
    createdAt: moment(order ?? made),
    updatedAt: moment(order ?? made),
  }
}

/** Ids of tests are plain words; the brands are for the host, which makes the real ones. */
const branded = <T>(value: unknown) => value as T

export function claim(
  id: string,
  fields: Partial<Record<keyof Claim['fields'], string>> = {},
  more: Common = {},
): Claim {
  const plain = { speakerId: null, attribution: null, certainty: null, about: '', said: null }
  return branded({ ...base(id, more), kind: 'claim', fields: { ...plain, ...fields } })
}

export function denial(
  id: string,
  fields: Partial<Record<keyof Denial['fields'], string>> = {},
  more: Common = {},
): Denial {
  return branded({
    ...base(id, more),
    kind: 'denial',
    fields: { speakerId: null, stance: null, said: null, ...fields },
  })
}

export function event(
  id: string,
  fields: { title?: string; when?: string; participantIds?: string[] } = {},
  more: Common = {},
): EventAnnotation {
  const plain = { title: '', when: null, where: '', participantIds: [] }
  return branded({ ...base(id, more), kind: 'event', fields: { ...plain, ...fields } })
}

export function link(fromId: string, relation: Relation, toId: string, id = `lnk_${fromId}_${toId}`): Link {
  return branded({ id, fromId, toId, relation, note: '', createdAt: moment(0) })
}

export function article(id: string, published: string | null = null): Article {
  return branded({ id, revisionId: `rev_of_${id}`, published, headline: id, flippedBlocks: [] })
}

export function threadRecord(
  id: string,
  anchorIds: string[],
  more: Partial<Record<string, unknown>> = {},
): ThreadRecord {
  made += 1
  return branded({
    id,
    title: `Name of ${id}`,
    anchorIds,
    cutLinkIds: [],
    note: '',
    createdAt: moment(made),
    updatedAt: moment(made),
    ...more,
  })
}

/** Numbers in [0, 1) from a seed (Mulberry32 by Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A case with as many annotations and links as asked for, always the same for a seed. */
export function largeCase(seed: number, counts: { articles: number; annotations: number; links: number }) {
  const random = seeded(seed)
  const below = (most: number) => Math.floor(random() * most)
  const actors = Array.from({ length: 400 }, (_, index) => ({
    id: `act_${index}`,
    name: `Actor ${index}`,
    type: null,
    aliases: [],
    note: '',
  }))
  const day = () =>
    `20${10 + below(8)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
  const articles = Array.from({ length: counts.articles }, (_, index) => article(`art_${index}`, day()))
  const annotations = Array.from({ length: counts.annotations }, (_, order): Annotation => {
    const more = {
      articleId: `art_${below(counts.articles)}`,
      order,
      quote: `Statement ${order} about subject ${below(900)}`,
    }
    const speakerId = `act_${below(400)}`
    const kind = random()
    if (kind < 0.5) return claim(`ann_${order}`, { speakerId, said: day() }, more)
    if (kind < 0.7) return denial(`ann_${order}`, { speakerId, stance: 'denies' }, more)
    return event(`ann_${order}`, { when: day(), participantIds: [speakerId] }, more)
  })
  const links: Link[] = []
  while (links.length < counts.links) {
    const place = below(annotations.length)
    // Links stay within an affair of some forty statements.
    const from = annotations[place]
    const to = annotations[Math.floor(place / 40) * 40 + below(40)]
    if (from === undefined || to === undefined || from === to) continue
    links.push(link(from.id, relationBetween(from, to, random()), to.id, `lnk_${links.length}`))
  }
  return { actors: branded<Actor[]>(actors), articles, annotations, links }
}

function relationBetween(from: Annotation, to: Annotation, chance: number): Relation {
  if (from.kind === 'denial' && to.kind === 'claim') return 'denies'
  if (from.kind === 'event' && to.kind === 'event') return chance < 0.6 ? 'same event' : 'follows'
  if (from.kind === 'claim' && to.kind === 'claim')
    return chance < 0.3 ? 'same claim' : chance < 0.6 ? 'contradicts' : 'supports'
  return 'responds to'
}
