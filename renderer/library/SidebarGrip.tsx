/** The edge of the sidebar: dragged, or moved by the arrow keys, to make it wider or narrower. */
import { type KeyboardEvent, type PointerEvent, type RefObject, useState } from 'react'

const narrowest = 200
const widest = 480
const usual = 280

export function SidebarGrip({ sidebar }: { readonly sidebar: RefObject<HTMLElement | null> }) {
  const [width, setWidth] = useState(usual)
  const show = (next: number) => {
    const fitting = Math.round(Math.min(widest, Math.max(narrowest, next)))
    setWidth(fitting)
    sidebar.current?.style.setProperty('width', `${fitting}px`)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const left = sidebar.current?.getBoundingClientRect().left ?? 0
    if (event.currentTarget.hasPointerCapture(event.pointerId)) show(event.clientX - left)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    show(width + (event.key === 'ArrowRight' ? 16 : -16))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a window splitter is a focusable separator; hr is not one
    <div
      role="separator"
      tabIndex={0}
      className="sidebar-grip"
      aria-label="Width of the article list"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDoubleClick={() => show(usual)}
      onKeyDown={onKeyDown}
    />
  )
}
