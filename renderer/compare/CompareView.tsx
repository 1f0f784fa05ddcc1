/** Articles side by side, each scrolling on its own, with threads between their linked passages. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleId, LinkId } from '../../app/ids.ts'
import { stepColumn } from '../commands/viewCommands.ts'
import { CommandButton } from '../frame/CommandButton.tsx'
import { partnerOf } from '../margin/passageWords.ts'
import { CommandKey } from '../read/CommandKey.tsx'
import { createSignal } from '../read/signal.ts'
import type { ReaderOptions } from '../reader/reader.ts'
import { RelatedPanel } from '../related/RelatedPanel.tsx'
import { RelatedStrip } from '../related/RelatedTabs.tsx'
import { useRelatedColumns } from '../related/useRelated.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { type Parts, useParts, useRecords, useWorkspace } from '../workspace/context.ts'
import { Column } from './Column.tsx'
import { CompareSheet } from './CompareSheet.tsx'
import { EdgeCounts } from './EdgeCounts.tsx'
import { keepPlaces } from './keepPlaces.ts'
import { LinkPanel } from './LinkPanel.tsx'
import { type DragLine, dragOf, finishDrag } from './markDrag.ts'
import { Threads } from './Threads.tsx'
import './compare.css'

export function CompareView() {
  const columns = useWorkspace((state) => state.columns)
  if (columns.length === 0) return <NoColumns />
  return <Columns columns={columns} />
}

function Columns({ columns }: { readonly columns: readonly ArticleId[] }) {
  const parts = useParts()
  const frame = useRef<HTMLDivElement>(null)
  const moved = useMemo(createSignal, [])
  const [chosenLink, setChosenLink] = useState<LinkId | null>(null)
  const [drag, setDrag] = useState<DragLine | null>(null)
  const shares = useWorkspace((state) => state.columnShares)
  const related = useWorkspace((state) => state.related)
  useColumnKeys(parts)
  usePartnersInView(parts)
  useRelatedColumns(parts)
  useForgetLink(parts, chosenLink, setChosenLink)

  const chooseLink = useCallback(
    (id: LinkId) => {
      const { records, workspace } = parts
      const link = records.link(id)
      const { focusId } = workspace.get()
      // A chosen thread has its passages chosen too, so that both come into view.
      if (link !== null && focusId !== link.fromId && focusId !== link.toId) {
        workspace.patch({ focusId: link.fromId, editingId: null })
      }
      setChosenLink(id)
    },
    [parts],
  )
  const onDragMark = useCallback<NonNullable<ReaderOptions['onDragMark']>>(
    (event) => {
      if (event.phase !== 'end') {
        setDrag(dragOf(parts, event, frame.current))
        return
      }
      setDrag(null)
      finishDrag(parts, event)
    },
    [parts],
  )
  const shareOf = (id: ArticleId | undefined) =>
    id === undefined ? 0 : (shares.get(id) ?? meanShare(shares))
  const template = columns.map((id) => `minmax(240px, ${shareOf(id)}fr)`).join(' ')
  const portionOf = (index: number) => {
    const [left, right] = [shareOf(columns[index]), shareOf(columns[index + 1])]
    return Math.round((100 * left) / (left + right))
  }
  const onResize = useCallback(
    (columnShares: ReadonlyMap<ArticleId, number>) =>
      keepPlaces(parts, () => parts.workspace.patch({ columnShares })),
    [parts],
  )
  return (
    <div className="compare">
      <div className="compare-main">
        <div
          className="compare-columns"
          ref={frame}
          // A property of our own, so that paper can have other columns. React's type knows none.
          style={{ ['--columns' as string]: template }}
          onScroll={moved.tell}
        >
          {columns.map((articleId, index) => (
            <Column
              key={articleId}
              articleId={articleId}
              index={index}
              count={columns.length}
              onLayout={moved.tell}
              onDragMark={onDragMark}
              onResize={onResize}
              portion={portionOf(index)}
            />
          ))}
          <Threads
            columns={columns}
            frame={frame}
            moved={moved}
            chosen={chosenLink}
            onChoose={chooseLink}
            drag={drag}
          />
          <EdgeCounts />
        </div>
        {columns.length === 1 && <OneColumn />}
        {chosenLink !== null && <LinkPanel linkId={chosenLink} onClose={() => setChosenLink(null)} />}
      </div>
      <CompareSheet columns={columns} />
      {related !== null ? (
        <RelatedPanel key={`${related.hereId} ${related.thereId}`} state={related} />
      ) : (
        columns.length > 1 && <RelatedStrip />
      )}
    </div>
  )
}

/** The share of a column that nobody sized: as wide as the others are on average. */
const meanShare = (shares: ReadonlyMap<ArticleId, number>) =>
  shares.size === 0 ? 1 : [...shares.values()].reduce((sum, share) => sum + share, 0) / shares.size

function OneColumn() {
  const { workspace } = useParts()
  return (
    <div className="compare-hint">
      <EmptyState
        title="Add another article"
        actions={
          <Button onClick={() => workspace.patch({ dialog: { dialog: 'pickArticle' } })}>
            Add an article …
          </Button>
        }
      >
        Beside each other, their links become threads. <CommandKey id="compare.add" /> adds an article.
      </EmptyState>
    </div>
  )
}

function NoColumns() {
  const { workspace } = useParts()
  const articles = useRecords((records) => records.info()?.articles ?? 0)
  if (articles < 2) {
    return (
      <EmptyState title="Compare needs two articles" actions={<CommandButton id="article.import" primary />}>
        Import {articles === 0 ? 'texts' : 'another text'} with <CommandKey id="article.import" />, or drop
        files here.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Read articles side by side"
      actions={
        <Button look="primary" onClick={() => workspace.patch({ dialog: { dialog: 'pickArticle' } })}>
          Add an article …
        </Button>
      }
    >
      Add two or more articles with <CommandKey id="compare.add" />. Links between their passages are drawn as
      threads.
    </EmptyState>
  )
}

/**
 * Alt with an arrow goes to the neighbouring column, on a Mac Ctrl with an arrow:
 * the other of the two moves the caret by words.
 */
function useColumnKeys(parts: Parts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
      if (step === 0 || event.shiftKey || event.metaKey) return
      const [wanted, other] = parts.shell.mac ? [event.ctrlKey, event.altKey] : [event.altKey, event.ctrlKey]
      if (!wanted || other) return
      const { target } = event
      if (target instanceof Element && target.closest('input, textarea, select, [role=dialog]')) return
      event.preventDefault()
      stepColumn(parts, step)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [parts])
}

/** Choosing a passage brings those linked to it into view in the other columns. */
function usePartnersInView({ records, workspace }: Parts): void {
  useEffect(() => {
    let shownFor = workspace.get().focusId
    return workspace.subscribe(() => {
      const { focusId } = workspace.get()
      if (focusId === shownFor) return
      shownFor = focusId
      const own = focusId === null ? null : records.annotation(focusId)
      if (own === null) return
      const done = new Set<ArticleId>([own.articleId])
      for (const link of records.linksOf(own.id)) {
        const partner = records.annotation(partnerOf(link, own.id))
        if (partner === null || done.has(partner.articleId)) continue
        done.add(partner.articleId)
        // What is on the screen already stays where it is being read.
        workspace.readers.get(partner.articleId)?.reveal(partner.id, 'nearest')
      }
    })
  }, [records, workspace])
}

/** A chosen thread that is removed, or whose passages are left for another, is chosen no more. */
function useForgetLink(
  { records, workspace }: Parts,
  chosen: LinkId | null,
  setChosen: (id: LinkId | null) => void,
): void {
  useEffect(() => {
    if (chosen === null) return
    const walked = () => workspace.get().related?.at ?? null
    const begun = walked()
    const judge = () => {
      const link = records.link(chosen)
      const { focusId } = workspace.get()
      const left = link !== null && focusId !== null && focusId !== link.fromId && focusId !== link.toId
      if (link === null || left || walked() !== begun) setChosen(null)
    }
    const stops = [records.subscribe(judge), workspace.subscribe(judge)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [records, workspace, chosen, setChosen])
}
