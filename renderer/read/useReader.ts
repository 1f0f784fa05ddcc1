/**
 * Mounts a reader for one article and keeps it true to records and workspace.
 * What the reader shows follows the stores directly, not through React: a tag
 * must be on the screen in the next frame, whatever else renders.
 */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { AnnotationId, ArticleId, RevisionId } from '../../app/ids.ts'
import type { Link } from '../../app/model.ts'
import type { ArticleContent } from '../../app/results.ts'
import { partnerOf } from '../margin/passageWords.ts'
import { createReader, type Reader, type ReaderOptions } from '../reader/reader.ts'
import { shadesOf } from '../related/relatedState.ts'
import { isFocusFree } from '../ui/focusFree.ts'
import { type Parts, useParts } from '../workspace/context.ts'
import type { WorkspaceState } from '../workspace/workspace.ts'
import { keepPlace, placeLeft } from './places.ts'
import { findReaderContent, isOlder, olderRefusal, setReaderContent } from './readerContent.ts'
import { showWanted } from './wantedWords.ts'
import '../reader/reader.css'

export type ReaderHooks = Pick<ReaderOptions, 'onSelect' | 'onLayout' | 'onDragMark'>

/** The reader of the content's article; null until it is mounted. Mount the component anew for another article. */
export function useReader(
  content: ArticleContent,
  mount: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  hooks: ReaderHooks,
): Reader | null {
  const parts = useParts()
  const [reader, setReader] = useState<Reader | null>(null)
  const latest = useRef({ content, hooks })
  latest.current = { content, hooks }
  const articleId = content.article.id
  const draggable = hooks.onDragMark !== undefined

  useLayoutEffect(() => {
    const { workspace } = parts
    const { current } = latest
    if (mount.current === null || scroller.current === null) return
    const place = scroller.current
    const made = createReader({
      mount: mount.current,
      scroller: place,
      label: current.content.article.headline,
      content: current.content,
      annotations: parts.records.annotationsOn(articleId, current.content.revision.id),
      onSelect: (selection) => latest.current.hooks.onSelect?.(selection),
      onLayout: () => latest.current.hooks.onLayout?.(),
      onFocusAnnotation: (id) => {
        const { editingId } = workspace.get()
        workspace.patch({ focusId: id, editingId: editingId === id ? editingId : null })
      },
      onToggleFold: (blocks, furniture) => {
        const { content } = latest.current
        if (isOlder(content)) {
          workspace.notify('refused', olderRefusal)
          return
        }
        parts.client
          .call('article.setFurniture', { id: articleId, blocks, furniture, revisionId: content.revision.id })
          .catch((error: unknown) => workspace.notify('refused', toWireError(error).message))
      },
      ...(draggable ? { onDragMark: (drag) => latest.current.hooks.onDragMark?.(drag) } : {}),
    })
    setReaderContent(made, current.content)
    workspace.readers.set(articleId, made)
    const revisionOf = () => latest.current.content.revision.id
    const stop = follow(parts, articleId, revisionOf, made)
    takeUp(parts, articleId, made, place)
    setReader(made)
    return () => {
      stop()
      keepPlace(articleId, made.place())
      if (workspace.readers.get(articleId) === made) workspace.readers.delete(articleId)
      made.destroy()
      setReader(null)
    }
  }, [parts, articleId, mount, scroller, draggable])

  const shown = useRef(content)
  useLayoutEffect(() => {
    if (reader === null || shown.current === content) return
    const before = shown.current
    shown.current = content
    setReaderContent(reader, content)
    const sameFolds = before.article.flippedBlocks === content.article.flippedBlocks
    if (before.revision !== content.revision || !sameFolds) reader.setContent(content)
    if (before.revision === content.revision) return
    reader.setAnnotations(parts.records.annotationsOn(articleId, content.revision.id))
    // Whoever went to or from an older revision went to a passage of it, or only to the text.
    if (isOlder(before) || isOlder(content)) showChosen(parts, articleId, reader)
  }, [parts, articleId, reader, content])

  return reader
}

/** Keeps passages, focus and folds of the reader as records and workspace have them. */
function follow(
  { records, workspace }: Parts,
  articleId: ArticleId,
  revisionOf: () => RevisionId,
  reader: Reader,
): () => void {
  let annotations = records.annotationsOn(articleId, revisionOf())
  let focusId: AnnotationId | null = null
  let links: readonly Link[] = []
  let dim = false
  let folded = false
  let related: WorkspaceState['related'] = null
  const followFocus = () => {
    const state = workspace.get()
    const nextLinks = state.focusId === null ? [] : records.linksOf(state.focusId)
    const nextDim = state.view === 'compare' && nextLinks.length > 0
    const sameLinks = nextLinks === links || (nextLinks.length === 0 && links.length === 0)
    if (state.focusId !== focusId || !sameLinks || nextDim !== dim) {
      focusId = state.focusId
      links = nextLinks
      dim = nextDim
      const id = focusId
      reader.setFocus(id, new Set(id === null ? [] : links.map((link) => partnerOf(link, id))), dim)
    }
    // The panel that tells what the shades mean, and ends them, stands in the compare view alone.
    const nextRelated = state.view === 'compare' ? state.related : null
    if (nextRelated !== related) {
      related = nextRelated
      reader.shade(shadesOf(related, articleId))
    }
    if (state.showFurniture !== folded) {
      folded = state.showFurniture
      reader.showFolded(folded)
    }
  }
  const followRecords = () => {
    const next = records.annotationsOn(articleId, revisionOf())
    if (next !== annotations) {
      annotations = next
      reader.setAnnotations(next)
    }
    followFocus()
  }
  followFocus()
  const stops = [records.subscribe(followRecords), workspace.subscribe(followFocus)]
  return () => {
    for (const stop of stops) stop()
  }
}

/** A new reader begins at the words that were asked for or the chosen passage, else where the article was left, and takes the keys if nothing has them. */
function takeUp(parts: Parts, articleId: ArticleId, reader: Reader, place: HTMLElement): void {
  const { workspace } = parts
  if (!showWanted(articleId, reader) && !showChosen(parts, articleId, reader)) {
    // A new scroller stands at its top; setting that would lay everything out before the first picture.
    const left = placeLeft(articleId)
    if (left > 0) reader.reveal({ start: left, end: left + 1 }, 'top')
  }
  if (isFocusFree(place) && workspace.activeArticle() === articleId) reader.focus()
}

/** Brings the chosen passage into view; false where it does not stand in the text that is shown. */
function showChosen({ records, workspace }: Parts, articleId: ArticleId, reader: Reader): boolean {
  const { focusId } = workspace.get()
  const chosen = focusId === null ? null : records.annotation(focusId)
  const shown = findReaderContent(reader)?.revision.id
  if (chosen?.articleId !== articleId || chosen.revisionId !== shown) return false
  const start = chosen.segments[0]?.start ?? 0
  reader.select({ start, end: start })
  reader.reveal(chosen.id, 'center')
  return true
}
