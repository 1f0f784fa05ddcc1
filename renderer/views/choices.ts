/** Actors, articles and threads as a searchable list offers them. */
import type { ArticleId } from '../../app/ids.ts'
import { compareWords } from '../../app/ledger/caseView.ts'
import { counted } from '../frame/counted.ts'
import { articleLine } from '../margin/passageWords.ts'
import type { RecordStore } from '../records/recordStore.ts'
import type { Choice } from '../workspace/workspace.ts'
import type { CaseBook } from './caseBook.ts'

export const actorChoices = (records: RecordStore): readonly Choice[] =>
  records.actors().map((actor) => ({
    key: actor.id,
    title: actor.name,
    under: [actor.type ?? '', ...actor.aliases].filter((word) => word !== '').join(' · '),
    kind: null,
  }))

/** The articles that have passages. */
export function articleChoices(book: CaseBook): readonly Choice[] {
  const ids = new Set<ArticleId>()
  for (const annotation of book.view.annotations.values()) ids.add(annotation.articleId)
  return [...ids]
    .flatMap((id) => book.view.article(id) ?? [])
    .map((article) => ({ key: article.id, title: article.headline, under: articleLine(article), kind: null }))
    .sort((a, b) => compareWords(a.title, b.title))
}

/** Those who said something first, as the rows name them; the keys are these names. */
export function voiceChoices(book: CaseBook): readonly Choice[] {
  const counts = new Map<string, number>()
  for (const { by } of book.rows()) if (by !== '') counts.set(by, (counts.get(by) ?? 0) + 1)
  return [...counts]
    .map(([by, count]) => ({ key: by, title: by, under: counted(count, 'thread'), kind: null }))
    .sort((a, b) => compareWords(a.title, b.title))
}

/** The threads, the larger first. */
export const threadChoices = (book: CaseBook): readonly Choice[] =>
  book
    .rows()
    .toSorted((a, b) => b.thread.members.length - a.thread.members.length)
    .map((row) => ({
      key: row.key,
      title: row.title,
      under: [row.by, counted(row.thread.members.length, 'passage')]
        .filter((word) => word !== '')
        .join(' · '),
      kind: row.kind,
    }))
