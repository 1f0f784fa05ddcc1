/** The words of a field that are not saved yet. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** What is typed in a field; while it is being saved it still shows, so that the field never shows its former words. */
export type Draft = {
  /** Null while the field shows what is saved. */
  readonly text: string | null
  readonly type: (text: string) => void
  /** Saves what is typed, or the text that is given; nothing while that very text is being saved. */
  readonly commit: (text?: string) => void
}

/**
 * `save` answers, as a promise where it takes its time, once what it saved has come back. It is
 * called too when the field goes from the screen, as with its whole view: no blur is heard then.
 */
export function useDraft(save: (draft: string) => unknown): Draft {
  const [text, setText] = useState<string | null>(null)
  /** What is being saved. */
  const underWay = useRef<string | null>(null)
  const last = useRef<() => void>(null)
  useLayoutEffect(() => {
    last.current = () => {
      if (text !== null && text !== underWay.current) save(text)
    }
  })
  useEffect(() => () => last.current?.(), [])
  const commit = (given?: string) => {
    const next = given ?? text
    if (next === null || next === underWay.current) return
    underWay.current = next
    const done = () => {
      if (underWay.current === next) underWay.current = null
      setText((now) => (now === next ? null : now))
    }
    const saved = save(next)
    if (!(saved instanceof Promise)) return done()
    setText(next)
    void saved.finally(done)
  }
  return { text, type: setText, commit }
}
