/** Keeps the focus in a part of the screen whose buttons go when they have done their work. */
import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { isFocusFree } from './focusFree.ts'

/**
 * Handlers for the part. When what had the focus in it is gone after a change, the part
 * itself gets it, so that the next key falls there and not on nothing.
 */
export function useKeepFocus(part: RefObject<HTMLElement | null>) {
  const inside = useRef(false)
  useLayoutEffect(() => {
    if (inside.current && isFocusFree(document.body)) part.current?.focus()
  })
  return {
    onFocus: () => {
      inside.current = true
    },
    onBlur: ({ target, relatedTarget }: FocusEvent<HTMLElement>) => {
      const gone = relatedTarget === null && !target.isConnected
      inside.current =
        gone || (relatedTarget instanceof Node && part.current?.contains(relatedTarget) === true)
    },
  }
}
