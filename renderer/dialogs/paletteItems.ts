/** What the palette offers: commands, articles and passages that match what was typed. */
import { type CommandEntry, type CommandId, commandTable } from '../../app/commandTable.ts'
import type { Annotation, Article } from '../../app/model.ts'
import type { Kind } from '../../app/vocabulary.ts'
import { openArticle } from '../commands/articleCommands.ts'
import { commandIds, runCommand, whyNot } from '../commands/commands.ts'
import { keyLabel } from '../commands/keyLabel.ts'
import { placeOf } from '../library/placeOf.ts'
import { goToPassage } from '../margin/passageActions.ts'
import { quoted, quoteOf } from '../margin/passageWords.ts'
import { focusText } from '../read/focusText.ts'
import { fold } from '../ui/matching.ts'
import type { Parts } from '../workspace/context.ts'

export type PaletteItem = {
  readonly key: string
  readonly group: string
  readonly title: string
  readonly under: string
  readonly keys: string | null
  readonly kind: Kind | null
  /** Why it cannot be done now; null when it can. */
  readonly refusal: string | null
  run(parts: Parts): void
}

const mostPassages = 40
const mostArticles = 20

/** The commands that match, what can be done now before what cannot. */
export function commandItems(parts: Parts, query: string): readonly PaletteItem[] {
  const { mac } = parts.shell
  const items = commandIds
    .filter((id) => id !== 'palette' && matches(`${entryOf(id).title} ${entryOf(id).menu}`, query))
    .map((id): PaletteItem => {
      const entry = entryOf(id)
      const refusal = whyNot(parts, id)
      const key = entry.keys[0]
      return {
        key: id,
        group: 'Commands',
        title: entry.title,
        under: refusal ?? '',
        keys: key === undefined ? null : keyLabel(key, mac),
        kind: null,
        refusal,
        run: (now) => void runCommand(now, id),
      }
    })
  return [...items.filter((item) => item.refusal === null), ...items.filter((item) => item.refusal !== null)]
}

/** Commands, articles and passages that match. */
export async function findAnything(parts: Parts, query: string): Promise<readonly PaletteItem[]> {
  const { client, records } = parts
  const found = await client.call('article.list', {
    search: query.slice(0, 500),
    offset: 0,
    limit: mostArticles,
  })
  const passages = findPassages(parts, query)
  const ids = [...new Set(passages.map((passage) => passage.articleId))]
  const articles = new Map(
    (await client.call('article.records', { ids })).map((article) => [article.id, article]),
  )
  records.rememberArticles(found.rows.map((row) => row.article))
  return [
    ...commandItems(parts, query),
    ...found.rows.map((row) => articleItem(row.article, row.snippet?.text ?? '')),
    ...passages.map((passage) => passageItem(parts, passage, articles.get(passage.articleId))),
  ]
}

const entryOf = (id: CommandId): CommandEntry => commandTable[id]

/** Whether every word of the query begins a word of the text. */
export function matches(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u)
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .every((wanted) => words.some((word) => word.startsWith(wanted)))
}

function articleItem(article: Article, snippet: string): PaletteItem {
  return {
    key: article.id,
    group: 'Articles',
    title: article.headline,
    under: snippet === '' ? placeOf(article) : `${placeOf(article)} — ${snippet}`,
    keys: null,
    kind: null,
    refusal: null,
    run: (parts) => {
      openArticle(parts, article.id)
      focusText(parts)
    },
  }
}

function findPassages(parts: Parts, query: string): readonly Annotation[] {
  const found: Annotation[] = []
  for (const annotation of parts.records.annotations().values()) {
    if (!matches(wordsOf(parts, annotation), query)) continue
    found.push(annotation)
    if (found.length === mostPassages) break
  }
  return found
}

function speakerOf({ records }: Parts, annotation: Annotation): string {
  if (annotation.kind === 'event') return annotation.fields.title
  const id = annotation.fields.speakerId
  return id === null ? '' : (records.actor(id)?.name ?? '')
}

const wordsOf = (parts: Parts, annotation: Annotation) =>
  `${annotation.kind} ${speakerOf(parts, annotation)} ${quoteOf(annotation)} ${annotation.labels.join(' ')}`

function passageItem(parts: Parts, annotation: Annotation, article: Article | undefined): PaletteItem {
  const speaker = speakerOf(parts, annotation)
  return {
    key: annotation.id,
    group: 'Passages',
    title: `${speaker === '' ? '' : `${speaker}: `}${quoted(quoteOf(annotation))}`,
    under: article === undefined ? annotation.kind : `${annotation.kind} in ${article.headline}`,
    keys: null,
    kind: annotation.kind,
    refusal: null,
    run: (now) => {
      goToPassage(now, annotation.id)
      focusText(now)
    },
  }
}
