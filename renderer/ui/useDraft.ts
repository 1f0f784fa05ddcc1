/** The words of a field that are not saved yet. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/**
 * What is typed in a field, null while it shows what is saved. `leave` is called with it
 * when the field goes from the screen, as with its whole view: no blur is heard then.
 */
export function useDraft(
  leave: (draft: string) => void,
): readonly [string | null, (draft: string | null) => void] {
  const [draft, setDraft] = useState<string | null>(null)
  const last = useRef<() => void>(null)
  useLayoutEffect(() => {
    last.current = () => {
      if (draft !== null) leave(draft)
    }
  })
  useEffect(() => () => last.current?.(), [])
  return [draft, setDraft]
}
