/**
 * The review queue: passages that stayed on an older revision, one at a time, old
 * and new words side by side. A key decides and the next one comes; undo takes any
 * decision back.
 */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { AnnotationId, ArticleId } from '../../app/ids.ts'
import type { ReviewItem } from '../../app/results.ts'
import { reporting } from '../commands/commands.ts'
import { beginRemark } from '../commands/reviewCommands.ts'
import { nameIn } from '../margin/passageActions.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useArticle, useParts, useRecords } from '../workspace/context.ts'
import { compareWords, Pieces } from './Pieces.tsx'
import { useClose } from './useClose.ts'

const mostListed = 1000

export function ReviewDialog({
  articleId,
  startId,
}: {
  readonly articleId: ArticleId | null
  readonly startId: AnnotationId | undefined
}) {
  const parts = useParts()
  const close = useClose()
  const { items, at, setAt, busy, decide } = useQueue(articleId, startId)
  const item = items?.[at] ?? null
  const body = useRef<HTMLElement>(null)
  // The buttons of the former passage are gone with it; the keys go on here.
  useEffect(() => {
    if (item !== null) body.current?.focus()
  }, [item])

  const acts = {
    a: () =>
      item !== null && item.suggestion !== null && decide('review.accept', item, 'Accepted the place.'),
    m: () => item !== null && beginRemark(parts, item, articleId),
    d: () => item !== null && decide('review.detach', item, 'Left the passage on its revision.'),
    j: () => setAt(at + 1),
    k: () => setAt(at - 1),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || busy) return
    const key = { ArrowDown: 'j', ArrowRight: 'j', ArrowUp: 'k', ArrowLeft: 'k' }[event.key]
    const act = acts[(key ?? event.key.toLowerCase()) as keyof typeof acts] // looked up; undefined for other keys
    if (act === undefined) return
    event.preventDefault()
    act()
  }
  const none = item === null || busy ? 'There is nothing to decide.' : null
  return (
    <Dialog
      wide
      title="Review passages"
      description="These passages could not be taken over to the current text with certainty. Decide where each one stands now."
      onClose={close}
      foot={
        <>
          <span className="grow" role="status">
            {items === null ? '' : items.length === 0 ? 'All done' : `${at + 1} of ${items.length}`}
          </span>
          <Button unavailable={at === 0 ? 'This is the first.' : null} onClick={acts.k}>
            Previous <kbd>K</kbd>
          </Button>
          <Button unavailable={at + 1 >= (items?.length ?? 0) ? 'This is the last.' : null} onClick={acts.j}>
            Next <kbd>J</kbd>
          </Button>
          <Button unavailable={none} onClick={acts.d}>
            Leave on its revision <kbd>D</kbd>
          </Button>
          <Button unavailable={none} onClick={acts.m}>
            Mark anew <kbd>M</kbd>
          </Button>
          <Button
            look="primary"
            unavailable={none ?? (item?.suggestion === null ? 'Nothing in the text comes near.' : null)}
            onClick={acts.a}
          >
            Accept <kbd>A</kbd>
          </Button>
        </>
      }
    >
      <section
        ref={body}
        className="review"
        tabIndex={-1}
        data-autofocus=""
        aria-label="The passage"
        aria-busy={busy}
        onKeyDown={onKeyDown}
      >
        {items === null ? <p role="status">Reading the queue …</p> : null}
        {items?.length === 0 ? <p>No passage waits for review.</p> : null}
        {item === null ? null : (
          <Item key={item.annotation.id} item={item} name={nameIn(parts, item.annotation)} />
        )}
      </section>
    </Dialog>
  )
}

/** The items as they are now, the place in them, and the way to decide on one. */
function useQueue(articleId: ArticleId | null, startId: AnnotationId | undefined) {
  const parts = useParts()
  const counter = useRecords((records) => records.info()?.counter ?? 0)
  const [items, setItems] = useState<readonly ReviewItem[] | null>(null)
  const [place, setPlace] = useState(0)
  const [busy, setBusy] = useState(false)
  const began = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each commit, undo included, makes the queue another one
  useEffect(() => {
    let wanted = true
    void reporting(parts, async () => {
      const list = await parts.client.call('review.list', { articleId, limit: mostListed }).finally(() => {
        if (wanted) setBusy(false)
      })
      if (!wanted) return
      setItems(list)
      if (began.current) return
      began.current = true
      setPlace(
        Math.max(
          0,
          list.findIndex(({ annotation }) => annotation.id === startId),
        ),
      )
    })
    return () => {
      wanted = false
    }
  }, [parts, articleId, counter, startId])
  const last = Math.max(0, (items?.length ?? 1) - 1)
  const decide = (method: 'review.accept' | 'review.detach', { annotation }: ReviewItem, words: string) => {
    if (busy) return
    setBusy(true)
    // What was decided stays on the screen until the queue without it is here; a second key must not mean it again.
    void reporting(parts, async () => {
      const before = parts.records.info()?.counter
      try {
        await parts.client.call(method, { id: annotation.id })
        parts.workspace.notify('done', words)
      } finally {
        if (parts.records.info()?.counter === before) setBusy(false)
      }
    })
  }
  return {
    items,
    at: Math.min(place, last),
    setAt: (next: number) => setPlace(Math.max(0, Math.min(next, last))),
    busy,
    decide,
  }
}

function Item({ item, name }: { readonly item: ReviewItem; readonly name: string }) {
  const article = useArticle(item.annotation.articleId)
  const { old, now, suggestion } = item
  // Each side is told in its own words and spaces.
  const gone = suggestion === null ? null : compareWords(now.words, old.words)
  const come = suggestion === null ? null : compareWords(old.words, now.words)
  const score = suggestion === null ? null : Math.round(suggestion.score * 100)
  return (
    <>
      <h3 dir="auto">{name}</h3>
      <p className="review-of" dir="auto">
        {article?.headline ?? ''}
      </p>
      <div className="review-sides">
        <section aria-label="Old words">
          <h4>In the older text</h4>
          <p dir="auto">
            … {old.before}
            <mark>{gone === null ? old.words : <Pieces pieces={gone} without="removed" swapped />}</mark>
            {old.after} …
          </p>
        </section>
        <section aria-label="New words">
          <h4>
            {score === null
              ? 'Nothing in the current text comes near'
              : `In the current text: ${score} % alike`}
          </h4>
          <p dir="auto">
            … {now.before}
            {come === null ? null : (
              <mark>
                <Pieces pieces={come} without="removed" />
              </mark>
            )}
            {now.after} …
          </p>
        </section>
      </div>
    </>
  )
}
