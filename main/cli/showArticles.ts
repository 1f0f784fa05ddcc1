/** `gainsay list`, `search` and `show`: what is in the case. */
import { isFurniture } from '../../app/blocks.ts'
import { formatEdtf } from '../../app/dates.ts'
import type { Annotation, Article, Link, Revision } from '../../app/model.ts'
import { pagesOf } from '../../app/pages.ts'
import { bytesWords, correctionWords, counted, momentWords, quoteOf } from '../../app/report/words.ts'
import type { ArticleContent, ArticleRow, CaseRecords } from '../../app/results.ts'
import { furnitureLabels, revisionOriginLabels } from '../../app/vocabulary.ts'
import { wholeRecords } from '../../app/wholeRecords.ts'
import { findArticleId, listAllRows } from './lookUp.ts'
import { columns, fields, type Outcome, oneLine, severalLines, shortened } from './output.ts'
import type { Session } from './session.ts'

/** Every article with its metadata and counts. */
export async function listArticles({ call }: Session): Promise<Outcome> {
  const rows = await listAllRows(call)
  const links = (await call('case.info', {})).links
  const footer = `${counted(rows.length, 'article')}, ${counted(links, 'link')}`
  return {
    json: rows.map(({ article, counts, review }) => ({ article, counts, review })),
    lines: [
      ...columns([['ID', 'Published', 'Publisher', 'C/D/E', 'Headline'], ...rows.map(rowCells)]),
      '',
      footer,
    ],
  }
}

function rowCells({ article, counts, review }: ArticleRow): string[] {
  const proposed = article.headlineProposed ? ' (proposed)' : ''
  const shared = article.reprintOf === null ? '' : ` (reprint of ${article.reprintOf})`
  const waits = review === 0 ? '' : ` (${counted(review, 'passage')} to review)`
  return [
    article.id,
    article.published ?? '–',
    shortened(oneLine(article.publisher ?? '–'), 30),
    `${counts.claim}/${counts.denial}/${counts.event}`,
    oneLine(article.headline) + proposed + shared + waits,
  ]
}

/** The articles in which the words stand, best first, with a piece of text around them. */
export async function searchArticles({ call }: Session, words: readonly string[]): Promise<Outcome> {
  const rows = await listAllRows(call, words.join(' '))
  const lines = rows.flatMap((row) => [
    `${row.article.id}  ${oneLine(row.article.headline)}`,
    ...(row.snippet === null ? [] : [`    ${oneLine(row.snippet.text)}`]),
  ])
  return {
    json: rows,
    lines: rows.length === 0 ? ['No article has these words.'] : lines,
  }
}

/** One article whole: metadata, provenance, blocks, annotations, links. */
export async function showArticle({ call }: Session, given: string): Promise<Outcome> {
  const content = await call('article.get', { id: await findArticleId(call, given) })
  const records = await wholeRecords(call)
  const annotations = records.annotations
    .filter((annotation) => annotation.articleId === content.article.id)
    .sort((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0))
  const own = new Set<string>(annotations.map((annotation) => annotation.id))
  const links = records.links.filter((link) => own.has(link.fromId) || own.has(link.toId))
  return {
    json: {
      article: content.article,
      source: content.source,
      text: content.revision.text,
      blocks: blocksOf(content),
      annotations,
      links,
    },
    lines: [
      ...headLines(content),
      '',
      ...blockLines(content),
      ...annotationLines(content, annotations, records),
      ...linkLines(links, records),
    ],
  }
}

function blocksOf({ article, revision }: ArticleContent) {
  return revision.blocks.map((block, index) => ({
    index,
    type: block.type,
    level: block.level,
    start: block.start,
    end: block.end,
    text: revision.text.slice(block.start, block.end),
    furniture: isFurniture(block, index, article),
    page: block.page ?? null,
    /** Why the importer took it for furniture, whether or not it counts as such now. */
    reason: block.furniture,
  }))
}

function headLines({ article, source, revision }: ArticleContent): string[] {
  return fields([
    ['ID', article.id],
    ['Headline', article.headline + (article.headlineProposed ? ' (proposed)' : '')],
    ['Correction', correctionLine(article)],
    ['Publisher', article.publisher],
    ['Authors', article.authors.join(', ')],
    ['Credits', article.credits.map(({ role, name }) => `${name} (${role})`).join(', ')],
    ['Dateline', [article.dateline, article.datelineDate].filter((part) => part !== null).join(', ')],
    ['Published', article.published === null ? null : formatEdtf(article.published)],
    ['Address', article.url],
    ['Language', article.language],
    ['Shares text with', article.reprintOf],
    ['File', `${source.name} (${bytesWords(source.size)}, ${source.format}, ${source.encoding})`],
    ['Revision', revision.origin === 'import' ? null : revisionOriginLabels[revision.origin]],
    ['SHA-256', source.sha256],
    ['Imported', momentWords(article.importedAt)],
  ])
}

function correctionLine({ correction }: Article): string | null {
  if (correction === null) return null
  const words = correctionWords[correction.status]
  return correction.notice === null ? words : `${words}: ${correction.notice}`
}

function blockLines(content: ArticleContent): string[] {
  return blocksOf(content).flatMap(({ index, type, start, end, text, furniture, reason, page }) => {
    const why = furniture ? `  furniture${reason === null ? '' : ` (${furnitureLabels[reason]})`}` : ''
    return [
      `[${index}] ${type} ${start}:${end}${page === null ? '' : `  p. ${page}`}${why}`,
      ...severalLines(text, 4),
    ]
  })
}

function annotationLines(
  { revision }: ArticleContent,
  annotations: readonly Annotation[],
  { actors }: CaseRecords,
): string[] {
  if (annotations.length === 0) return []
  const names = new Map<string, string>(actors.map((actor) => [actor.id, actor.name]))
  return [
    '',
    'Annotations',
    ...annotations.flatMap((annotation) => [
      `  ${annotation.id}  ${annotation.kind}  ${annotation.segments.map(({ start, end }) => `${start}:${end}`).join(' ')}${placeWords(revision, annotation)}`,
      `      “${oneLine(quoteOf(annotation))}”`,
      ...fields(detailsOf(annotation, names)).map((line) => `      ${line}`),
    ]),
  ]
}

/** The page, or that the passage does not lie in the text shown. */
function placeWords(revision: Revision, annotation: Annotation): string {
  if (annotation.revisionId !== revision.id)
    return annotation.detached ? '  on an earlier revision' : '  on an earlier revision, to be reviewed'
  const pages = pagesOf(revision, annotation)
  return pages === null ? '' : `  ${pages}`
}

function detailsOf(annotation: Annotation, names: ReadonlyMap<string, string>): [string, string | null][] {
  const date = (edtf: string | null) => (edtf === null ? null : formatEdtf(edtf))
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? id))
  const own = (): [string, string | null][] => {
    switch (annotation.kind) {
      case 'claim': {
        const { speakerId, attribution, certainty, about, said } = annotation.fields
        return [
          ['Speaker', name(speakerId)],
          ['Attribution', attribution],
          ['Certainty', certainty],
          ['About', about],
          ['Said', date(said)],
        ]
      }
      case 'denial': {
        const { speakerId, stance, said } = annotation.fields
        return [
          ['Speaker', name(speakerId)],
          ['Stance', stance],
          ['Said', date(said)],
        ]
      }
      case 'event': {
        const { title, when, where, participantIds } = annotation.fields
        return [
          ['Title', title],
          ['When', date(when)],
          ['Where', where],
          ['Participants', participantIds.map((id) => name(id)).join(', ')],
        ]
      }
    }
  }
  return [
    ...own(),
    ['Labels', annotation.labels.join(', ')],
    ['Grading', `${annotation.reliability ?? ''}${annotation.credibility ?? ''}`],
    ['Note', annotation.note],
  ]
}

function linkLines(links: readonly Link[], { annotations }: CaseRecords): string[] {
  if (links.length === 0) return []
  const quotes = new Map<string, string>(
    annotations.map((annotation) => [annotation.id, shortened(oneLine(quoteOf(annotation)), 60)]),
  )
  const end = (id: string) => `${id} “${quotes.get(id) ?? ''}”`
  return [
    '',
    'Links',
    ...links.flatMap(({ id, fromId, relation, toId }) => [
      `  ${id}`,
      `      ${end(fromId)}`,
      `      ${relation} ${end(toId)}`,
    ]),
  ]
}
