/** A text with some of its ranges marked, such as what a search found. */
import type { ReactNode } from 'react'
import type { Range } from '../../app/model.ts'

export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Range[] }) {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  pieces.push(text.slice(at))
  return <>{pieces}</>
}
