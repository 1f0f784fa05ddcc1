/** What only one of the two articles has, passage by passage, one list under each column. */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { articleFacts, articleLine, shorten } from '../margin/passageWords.ts'
import { Facts } from '../ui/Facts.tsx'
import { useParts } from '../workspace/context.ts'
import type { RelatedPassages } from './relatedPassages.ts'
import type { RelatedState } from './relatedState.ts'
import type { ComparedContents } from './useRelated.ts'

type Props = {
  readonly state: RelatedState
  readonly found: RelatedPassages
  readonly contents: ComparedContents
}

export function OnlyLists({ state, found, contents }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const items = () => [...(place.current?.querySelectorAll<HTMLElement>('button') ?? [])]
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list that was just asked for takes the keys, once
  useEffect(() => {
    if (state.at === -1) items()[0]?.focus()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the walk
  useEffect(() => {
    if (state.at >= 0) items()[state.at]?.scrollIntoView({ block: 'nearest' })
  }, [state.at])
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const all = items()
    const { activeElement } = document
    const at = activeElement instanceof HTMLElement ? all.indexOf(activeElement) : -1
    all[Math.max(0, Math.min(all.length - 1, at + step))]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go from button to button, which work without them
    <div className="related-sides" ref={place} onKeyDown={walk}>
      <OnlyList state={state} contents={contents} side="here" ranges={found.onlyHere} first={0} />
      <OnlyList
        state={state}
        contents={contents}
        side="there"
        ranges={found.onlyThere}
        first={found.onlyHere.length}
      />
    </div>
  )
}

function OnlyList({
  state,
  contents,
  side,
  ranges,
  first,
}: {
  readonly state: RelatedState
  readonly contents: ComparedContents
  readonly side: 'here' | 'there'
  readonly ranges: RelatedPassages['onlyHere']
  /** Place of this list's first passage among those of both. */
  readonly first: number
}) {
  const { workspace } = useParts()
  const { article, revision } = contents[side]
  const show = (at: number) => {
    const { related } = workspace.get()
    if (related !== null) workspace.patch({ related: { ...related, at } })
  }
  const title = `Only in ${articleLine(article)}`
  return (
    <section className="related-side" aria-label={title}>
      <h2 className="related-source">
        Only in <Facts facts={articleFacts(article)} /> <span className="related-count">{ranges.length}</span>
      </h2>
      {ranges.length === 0 && <p className="related-word">The other article says all of it.</p>}
      <ul className="related-list">
        {ranges.map(({ start, end }, index) => (
          <li key={start}>
            <button
              type="button"
              dir="auto"
              aria-current={state.at === first + index ? 'true' : undefined}
              onClick={() => show(first + index)}
            >
              {shorten(revision.text.slice(start, end).replace(/\s+/g, ' '), 220)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
