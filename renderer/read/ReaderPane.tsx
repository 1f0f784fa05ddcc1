/** One article on the screen: head, text and margin, in one scroller so that they move as one. */
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleId } from '../../app/ids.ts'
import type { ArticleContent } from '../../app/results.ts'
import { Margin } from '../margin/Margin.tsx'
import type { Reader, ReaderOptions, ReaderSelection } from '../reader/reader.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { createStore } from '../ui/store.ts'
import { useWorkspace } from '../workspace/context.ts'
import { ArticleHead } from './ArticleHead.tsx'
import { CorrectingPane } from './CorrectingPane.tsx'
import { FindBar } from './FindBar.tsx'
import { OlderBar, RemarkBar } from './ReadingBars.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { createSignal } from './signal.ts'
import { useArticleContent } from './useArticleContent.ts'
import { useReader } from './useReader.ts'

/** Narrower than this the margin lies over the text, in CSS pixels. */
const besideFrom = 800

type PaneProps = {
  readonly articleId: ArticleId
  /** A column of the compare view: short head, margin over the text. */
  readonly compact?: boolean
  /** The find bar belongs to the pane that keys act on. */
  readonly active?: boolean
  readonly onLayout?: () => void
  readonly onDragMark?: ReaderOptions['onDragMark']
}

export function ReaderPane(props: PaneProps) {
  const { articleId, compact = false } = props
  const older = useWorkspace(({ older: read }) =>
    !compact && read?.articleId === articleId ? read.revisionId : null,
  )
  const correcting = useWorkspace((state) => !compact && state.correcting?.articleId === articleId)
  const loaded = useArticleContent(articleId, older)
  if (loaded.state === 'failed') {
    return (
      <EmptyState
        title="This article could not be opened"
        actions={<Button onClick={loaded.retry}>Try again</Button>}
      >
        {loaded.why}
      </EmptyState>
    )
  }
  if (loaded.state === 'loading') {
    return (
      <p className="pane-wait" role="status">
        Opening the article …
      </p>
    )
  }
  if (correcting) return <CorrectingPane key={articleId} content={loaded.content} />
  return <ArticlePane key={articleId} content={loaded.content} {...props} />
}

const ArticlePane = memo(function ArticlePane({
  content,
  compact = false,
  active = true,
  onLayout,
  onDragMark,
}: PaneProps & { readonly content: ArticleContent }) {
  const scroller = useRef<HTMLDivElement>(null)
  const mount = useRef<HTMLDivElement>(null)
  const moved = useMemo(createSignal, [])
  const selection = useMemo(() => createStore<ReaderSelection | null>(null), [])
  const reader = useReader(content, mount, scroller, {
    onSelect: selection.set,
    onLayout: () => {
      moved.tell()
      onLayout?.()
    },
    ...(onDragMark ? { onDragMark } : {}),
  })
  const wide = useWide(scroller)
  const beside = wide && !compact
  const layout = compact ? 'compact' : beside ? 'beside' : 'over'
  return (
    <section className="pane" aria-label={content.article.headline}>
      <OlderBar content={content} />
      {reader !== null && !compact && <RemarkBar reader={reader} content={content} />}
      {active && reader !== null && <FindBar reader={reader} />}
      <div className="pane-scroller" ref={scroller}>
        <div className={`pane-sheet ${layout}`}>
          <div className="pane-text">
            <ArticleHead content={content} compact={compact} />
            <div className="pane-mount" ref={mount} data-reader="" />
          </div>
          <PaneExtras
            reader={reader}
            content={content}
            scroller={scroller}
            mount={mount}
            moved={moved}
            selection={selection}
            beside={beside}
          />
        </div>
      </div>
    </section>
  )
})

type ExtrasProps = {
  readonly reader: Reader | null
  readonly content: ArticleContent
  readonly scroller: React.RefObject<HTMLDivElement | null>
  readonly mount: React.RefObject<HTMLDivElement | null>
  readonly moved: ReturnType<typeof createSignal>
  readonly selection: ReturnType<typeof createStore<ReaderSelection | null>>
  readonly beside: boolean
}

function PaneExtras({ reader, content, scroller, mount, moved, selection, beside }: ExtrasProps) {
  if (reader === null || scroller.current === null || mount.current === null) return null
  return (
    <>
      <Margin
        articleId={content.article.id}
        revisionId={content.revision.id}
        reader={reader}
        scroller={scroller.current}
        mount={mount.current}
        moved={moved}
        beside={beside}
        label={`Passages of ${content.article.headline}`}
      />
      <SelectionBar
        reader={reader}
        text={content.revision.text}
        scroller={scroller.current}
        selection={selection}
      />
    </>
  )
}

/** Whether the element is wide enough for a margin beside the text. */
function useWide(ref: React.RefObject<HTMLElement | null>): boolean {
  const [wide, setWide] = useState(true)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWide(element.clientWidth >= besideFrom))
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return wide
}
