/** The quiet bar at words selected by mouse: what they can be tagged as, and who seems to speak. Keys need no bar. */
import { useEffect, useState } from 'react'
import { type Kind, kinds } from '../../app/vocabulary.ts'
import { kindLabels } from '../margin/passageWords.ts'
import { guessSpeaker, tagSelection } from '../margin/tagging.ts'
import type { Reader, ReaderSelection } from '../reader/reader.ts'
import { KindMark } from '../ui/KindMark.tsx'
import type { Store } from '../ui/store.ts'
import { useParts } from '../workspace/context.ts'
import { watchPointerSelection } from './pointerSelection.ts'

const kindKeys = { claim: 'C', denial: 'D', event: 'E' } as const satisfies Record<Kind, string>
const width = 330

type Place = { readonly left: number; readonly top: number; readonly speaker: string | null }

export function SelectionBar({
  reader,
  text,
  scroller,
  selection,
}: {
  readonly reader: Reader
  readonly text: string
  readonly scroller: HTMLElement
  readonly selection: Store<ReaderSelection | null>
}) {
  const parts = useParts()
  const [place, setPlace] = useState<Place | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text or reader means that nothing is selected
  useEffect(() => {
    const sheet = scroller.firstElementChild
    return watchPointerSelection({
      selection,
      isText: (target) => scroller.contains(target) && target.closest('[data-reader]') !== null,
      isOurs: (target) => target.closest('.selection-bar') !== null,
      onSelected: ({ ranges }) => {
        const last = lastSelectedRect()
        if (last === null || sheet === null) return
        const origin = sheet.getBoundingClientRect()
        const left = Math.max(8, Math.min(last.right - origin.left - width / 2, origin.width - width - 8))
        const articleId = parts.workspace.activeArticle()
        const speaker = articleId === null ? null : (guessSpeaker(parts, articleId, ranges)?.name ?? null)
        setPlace({ left, top: last.bottom - origin.top + 8, speaker })
      },
      onLeft: () => setPlace(null),
    })
  }, [parts, reader, text, scroller, selection])

  if (place === null) return null
  return (
    <div
      className="selection-bar"
      role="toolbar"
      aria-label="Tag the selection"
      style={{ left: place.left, top: place.top }}
      // The words must stay selected while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          onClick={() => {
            setPlace(null)
            void tagSelection(parts, kind)
          }}
        >
          <KindMark kind={kind} /> {kindLabels[kind]} <kbd>{kindKeys[kind]}</kbd>
        </button>
      ))}
      {place.speaker !== null && (
        <span className="selection-speaker" dir="auto">
          {place.speaker}
        </span>
      )}
    </div>
  )
}

function lastSelectedRect(): DOMRect | null {
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0) return null
  return [...selection.getRangeAt(0).getClientRects()].at(-1) ?? null
}
