/** The size of an element in CSS pixels, as it changes. */
import { type RefObject, useLayoutEffect, useState } from 'react'

export type Size = { readonly width: number; readonly height: number }

/** Null until it was measured. */
export function useSize(element: RefObject<Element | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const { current } = element
    if (current === null) return
    const take = () => {
      const { width, height } = current.getBoundingClientRect()
      setSize((now) => (now?.width === width && now.height === height ? now : { width, height }))
    }
    take()
    const observer = new ResizeObserver(take)
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return size
}
