/** Anything by typing: every command with its key, articles, passages by their words and speakers. */
import { useCallback, useRef } from 'react'
import { reporting } from '../commands/commands.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { Picker } from '../ui/Picker.tsx'
import { useParts } from '../workspace/context.ts'
import { commandItems, findAnything, type PaletteItem } from './paletteItems.ts'
import { useClose } from './useClose.ts'

export function PaletteDialog() {
  const parts = useParts()
  const close = useClose()
  const chosen = useRef<PaletteItem | null>(null)
  const source = useCallback(
    (query: string) => (query === '' ? commandItems(parts, '') : findAnything(parts, query)),
    [parts],
  )
  const onError = useCallback((error: unknown) => void reporting(parts, () => Promise.reject(error)), [parts])
  return (
    <Dialog
      bare
      title="Search or do anything"
      description="Type a command, words of a headline, publisher or text, or a speaker. The arrow keys choose, Enter does it."
      onClose={close}
      // The focus is back in the text by then, where the command may need it.
      onClosed={() => chosen.current?.run(parts)}
    >
      <Picker<PaletteItem>
        label="Search or do anything"
        source={source}
        keyOf={(item) => item.key}
        groupOf={(item) => item.group}
        refusalOf={(item) => item.refusal}
        onError={onError}
        onPick={(item) => {
          chosen.current = item
          close()
        }}
        render={(item) => (
          <>
            <div className="picker-row">
              {item.kind === null ? null : <KindMark kind={item.kind} />}
              <span className="main" dir="auto">
                {item.title}
              </span>
              {item.keys === null ? null : <kbd>{item.keys}</kbd>}
            </div>
            {item.under === '' ? null : (
              <div className="picker-under" dir="auto">
                {item.under}
              </div>
            )}
          </>
        )}
        empty={(query) => (
          <>
            Nothing has the words “{query}”. Fewer letters find more; press <kbd>Esc</kbd> to go back to
            reading.
          </>
        )}
      />
    </Dialog>
  )
}
