/** Find in the article: what to look for, how many there are, next and previous. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Reader } from '../reader/reader.ts'
import { IconButton } from '../ui/Button.tsx'
import { useParts, useWorkspace } from '../workspace/context.ts'

type Found = ReturnType<Reader['find']>

export function FindBar({ reader }: { readonly reader: Reader }) {
  const open = useWorkspace((state) => state.find !== null)
  return open ? <OpenFindBar reader={reader} /> : null
}

function OpenFindBar({ reader }: { readonly reader: Reader }) {
  const { workspace } = useParts()
  const query = useWorkspace((state) => state.find ?? '')
  const [found, setFound] = useState<Found | null>(null)
  const field = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  useEffect(() => {
    setFound(query.trim() === '' ? null : reader.find(query))
  }, [reader, query])
  useEffect(() => () => reader.endFind(), [reader])

  const close = () => {
    workspace.patch({ find: null })
    reader.focus()
  }
  const step = (direction: 1 | -1) => {
    if (query.trim() !== '') setFound(reader.findStep(direction))
  }
  const none = found === null || found.count === 0 ? 'There is nothing to go to.' : null
  return (
    <search className="find-bar">
      <input
        ref={field}
        className="input"
        type="text"
        aria-label="Find in article"
        placeholder="Find in article"
        dir="auto"
        value={query}
        onChange={(event) => workspace.patch({ find: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            close()
          } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault()
            step(event.key === 'ArrowUp' || event.shiftKey ? -1 : 1)
          }
        }}
      />
      <output className="find-count" aria-live="polite">
        {countWords(found)}
      </output>
      <IconButton
        icon="up"
        label="Previous match"
        keys="Shift+Enter"
        unavailable={none}
        onClick={() => step(-1)}
      />
      <IconButton icon="down" label="Next match" keys="Enter" unavailable={none} onClick={() => step(1)} />
      <IconButton icon="close" label="Close find" keys="Esc" onClick={close} />
    </search>
  )
}

function countWords(found: Found | null): string {
  if (found === null) return ''
  if (found.count === 0) return 'not found'
  return found.current === null ? `${found.count}` : `${found.current + 1} of ${found.count}`
}
