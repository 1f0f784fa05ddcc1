/** Short messages at the foot of the window. What was done fades; what was refused stays until it is dismissed, also by Escape. */
import { useEffect, useRef } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { useParts, useWorkspace } from '../workspace/context.ts'

const shownFor = 5000

export function NoticeBar() {
  const { workspace } = useParts()
  const notice = useWorkspace((state) => state.notice)
  useEffect(() => {
    if (notice?.tone !== 'done') return
    const timer = setTimeout(() => {
      if (workspace.get().notice === notice) workspace.patch({ notice: null })
    }, shownFor)
    return () => clearTimeout(timer)
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
    <div className="notice-slot" role="status" aria-live="polite">
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
