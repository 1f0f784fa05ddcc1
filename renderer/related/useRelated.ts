/** Keeps the related passages true to the columns and their texts, and brings into view what one walks to. */
import { useEffect, useMemo, useRef } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { ArticleContent } from '../../app/results.ts'
import { type LoadedArticle, useArticleContent } from '../read/useArticleContent.ts'
import { type Parts, useParts } from '../workspace/context.ts'
import { createPairFinder, type PairFinder } from './pairFinder.ts'
import type { RelatedPassages } from './relatedPassages.ts'
import { findInView, pairOfColumns, type RelatedState, relatedCount } from './relatedState.ts'

/** Follows the columns: other neighbours are compared instead; with one column nothing is. */
export function useRelatedColumns({ workspace }: Parts): void {
  useEffect(() => {
    const judge = () => {
      const { columns, activeColumn, related } = workspace.get()
      if (related === null) return
      const pair = pairOfColumns(columns, activeColumn, related)
      if (pair === null) workspace.patch({ related: null })
      else if (pair[0] !== related.hereId || pair[1] !== related.thereId)
        workspace.patch({
          related: { ...related, hereId: pair[0], thereId: pair[1], found: null, revisionIds: [], at: -1 },
        })
    }
    judge()
    return workspace.subscribe(judge)
  }, [workspace])
}

/** The two articles as they are compared; null while one of them is on its way. */
export type ComparedContents = { readonly here: ArticleContent; readonly there: ArticleContent }

/** Finds the related passages of the two articles and puts them into the workspace. */
export function useFindRelated(hereId: ArticleId, thereId: ArticleId): ComparedContents | null {
  const parts = useParts()
  const finder = useRef<PairFinder | null>(null)
  const here = contentOf(useArticleContent(hereId))
  const there = contentOf(useArticleContent(thereId))
  const key = here === null || there === null ? null : `${identity(here)} ${identity(there)}`
  const contents = useMemo(() => (here === null || there === null ? null : { here, there }), [here, there])
  const latest = useRef(contents)
  latest.current = contents

  useEffect(
    () => () => {
      finder.current?.end()
      finder.current = null
    },
    [],
  )
  useEffect(() => {
    const asked = latest.current
    if (key === null || asked === null) return
    let wanted = true
    finder.current ??= createPairFinder()
    finder.current.find(asked.here, asked.there).then(
      (found) => {
        if (wanted) takeFound(parts, asked, found)
      },
      (error: unknown) => {
        if (!wanted) return
        parts.workspace.patch({ related: null })
        parts.workspace.notify('refused', toWireError(error).message)
      },
    )
    return () => {
      wanted = false
    }
  }, [parts, key])
  return contents
}

const contentOf = (loaded: LoadedArticle) => (loaded.state === 'ready' ? loaded.content : null)

/** What of an article the comparison depends on. */
const identity = ({ article, revision }: ArticleContent) =>
  JSON.stringify([revision.id, article.flippedBlocks, article.language, article.published])

function takeFound({ workspace }: Parts, { here, there }: ComparedContents, found: RelatedPassages): void {
  const { related } = workspace.get()
  if (related === null || related.hereId !== here.article.id || related.thereId !== there.article.id) return
  const at = Math.min(related.at, relatedCount({ found, list: related.list }) - 1)
  const revisionIds = [here.revision.id, there.revision.id]
  workspace.patch({ related: { ...related, found, revisionIds, at } })
}

/** Brings both sides of what is in view to the middle of their columns, each time another is. */
export function useReveal(state: RelatedState): void {
  const { workspace } = useParts()
  const place = placeOf(state)
  const shown = useRef(state.found === null ? null : place)
  useEffect(() => {
    if (place === shown.current) return
    shown.current = place
    if (place === null) return
    for (const id of [state.hereId, state.thereId]) {
      const range = findInView(state, id)
      if (range !== null) workspace.readers.get(id)?.reveal({ start: range.start, end: range.end }, 'center')
    }
  }, [workspace, place, state])
}

const placeOf = ({ hereId, thereId, found, list, at }: RelatedState) =>
  found === null || at < 0 ? null : `${hereId} ${thereId} ${list} ${at}`
