/**
 * Short messages at the foot of the window. Each stays as long as it takes to read, and while
 * the pointer or the keys are at it; what was refused stays on until another act succeeds or
 * another place is shown. Dismissed by its button, or by Escape.
 */
import { useEffect, useRef } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { type Parts, useParts, useWorkspace } from '../workspace/context.ts'
import { readingTime } from './readingTime.ts'

export function NoticeBar() {
  const parts = useParts()
  const { workspace } = parts
  const notice = useWorkspace((state) => state.notice)
  const slot = useRef<HTMLDivElement>(null)
  usePlaceLeft(parts)
  useEffect(() => {
    if (notice?.past !== true) return
    const stop = () => clearTimeout(timer)
    const leave = () => {
      if (slot.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, lingering)
      else if (workspace.get().notice === notice) workspace.patch({ notice: null })
    }
    let timer = setTimeout(leave, notice.at + readingTime(notice.text) - Date.now())
    return stop
  }, [notice, workspace])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) workspace.patch({ notice: null })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [workspace])
  /** What had the keys before the button. */
  const before = useRef<Element | null>(null)
  const dismiss = () => {
    workspace.patch({ notice: null })
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }
  return (
    <div ref={slot} className="notice-slot" role="status" aria-live="polite">
      {notice === null ? null : (
        <div key={notice.at} className={`notice ${notice.tone}`}>
          <p>{notice.text}</p>
          <IconButton
            icon="close"
            label="Dismiss"
            keys="Esc"
            onFocus={(event) => {
              before.current = event.relatedTarget
            }}
            onClick={dismiss}
          />
        </div>
      )}
    </div>
  )
}

/** How long a message stays on after the pointer or the keys were at it, milliseconds. */
const lingering = 2000

/** Another view or article makes a message past, but not the one that came with it. */
function usePlaceLeft({ workspace }: Parts): void {
  useEffect(() => {
    let before = workspace.get()
    return workspace.subscribe(() => {
      const { view, articleId, notice } = before
      before = workspace.get()
      if (before.view !== view || before.articleId !== articleId) workspace.passNotice(notice)
    })
  }, [workspace])
}
