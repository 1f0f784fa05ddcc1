/** One of several things, by a searchable list. */
import { useCallback, useRef } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { fold } from '../ui/matching.ts'
import { Picker } from '../ui/Picker.tsx'
import { useParts } from '../workspace/context.ts'
import type { Choice, Chooser } from '../workspace/workspace.ts'

export function ChooseDialog({ chooser }: { readonly chooser: Chooser }) {
  const { workspace } = useParts()
  const chosen = useRef<string | null>(null)
  const source = useCallback(
    (query: string) => {
      const words = fold(query).split(/\s+/)
      return chooser.choices().filter(({ title, under }) => {
        const text = fold(`${title} ${under}`)
        return words.every((word) => text.includes(word))
      })
    },
    [chooser],
  )
  return (
    <Dialog
      wide
      title={chooser.title}
      onClose={() => workspace.patch({ dialog: null })}
      onClosed={() => {
        if (chosen.current !== null) chooser.onChoose(chosen.current)
      }}
    >
      <Picker
        label={chooser.label}
        source={source}
        keyOf={(choice: Choice) => choice.key}
        render={(choice) => (
          <span className="choice">
            {choice.kind === null ? null : <KindMark kind={choice.kind} />}
            <span className="choice-title" dir="auto">
              {choice.title}
            </span>
            <small dir="auto">{choice.under}</small>
          </span>
        )}
        onPick={(choice) => {
          chosen.current = choice.key
          workspace.patch({ dialog: null })
        }}
        empty={(query) => (query === '' ? 'There is nothing to choose yet.' : 'Nothing matches.')}
      />
    </Dialog>
  )
}
