/** Ids as people type them: whole, or as much of their beginning as tells them apart. */
import type { Call } from '../../app/contract.ts'
import { GainsayError } from '../../app/errors.ts'
import { type AnnotationId, type ArticleId, articleIdSchema } from '../../app/ids.ts'
import type { ArticleRow } from '../../app/results.ts'
import { wholeRecords } from '../../app/wholeRecords.ts'

/** Most articles the contract gives in one page. */
const page = 500

/** All articles of the case in the order of their import, or those that a search finds, best first. */
export async function listAllRows(call: Call, search?: string): Promise<ArticleRow[]> {
  const rows: ArticleRow[] = []
  for (;;) {
    const found = await call('article.list', {
      ...(search === undefined ? {} : { search }),
      offset: rows.length,
      limit: page,
    })
    rows.push(...found.rows)
    if (found.rows.length === 0 || rows.length >= found.total) return rows
  }
}

/** The article meant by an id or its beginning. @throws GainsayError `not-found`, or `refused` where several fit. */
export async function findArticleId(call: Call, given: string): Promise<ArticleId> {
  const [id] = await findArticleIds(call, [given])
  if (id === undefined) throw new GainsayError('not-found', `No article has the id ${given}.`)
  return id
}

/** The articles meant by ids or their beginnings, in the order given. */
export async function findArticleIds(call: Call, given: readonly string[]): Promise<ArticleId[]> {
  // Whole ids are asked for as they are, so that a large case need not be gone through.
  const whole = given.flatMap((one) => articleIdSchema.safeParse(one).data ?? []).slice(0, 1000)
  const known = new Map<string, ArticleId>(
    (await call('article.records', { ids: whole })).map((article) => [article.id, article.id]),
  )
  let all: ArticleId[] | null = null
  const found: ArticleId[] = []
  for (const one of given) {
    const id = known.get(one)
    if (id === undefined) all ??= (await listAllRows(call)).map((row) => row.article.id)
    found.push(id ?? pick(all ?? [], one, 'article'))
  }
  return found
}

/** The annotations meant by ids or their beginnings, in the order given. */
export async function findAnnotationIds(call: Call, given: readonly string[]): Promise<AnnotationId[]> {
  const ids = (await wholeRecords(call)).annotations.map((annotation) => annotation.id)
  return given.map((one) => pick(ids, one, 'annotation'))
}

/** The one id that is `given` or begins with it, with its prefix (`art_x1`) or without (`x1`). */
export function pick<Id extends string>(ids: readonly Id[], given: string, what: string): Id {
  const fitting = ids.filter((id) => given !== '' && (id.startsWith(given) || tailOf(id).startsWith(given)))
  const exact = fitting.find((id) => id === given || tailOf(id) === given)
  const [first, second] = fitting
  if (exact !== undefined) return exact
  if (first === undefined) throw new GainsayError('not-found', `No ${what} of this case has the id ${given}.`)
  if (second === undefined) return first
  const shown = fitting.slice(0, 5).join(', ')
  const more = fitting.length > 5 ? `, and ${fitting.length - 5} more` : ''
  throw new GainsayError(
    'refused',
    `The id ${given} could mean ${fitting.length} ${what}s (${shown}${more}); please give more of it.`,
  )
}

const tailOf = (id: string) => id.slice(id.indexOf('_') + 1)
