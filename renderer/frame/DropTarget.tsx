/** The whole window takes files: dropped ones are imported, pasted text opens the paste dialog. */
import { useEffect, useState } from 'react'
import { importFiles } from '../commands/articleCommands.ts'
import { reporting } from '../commands/commands.ts'
import { placeOfTarget } from '../commands/keymap.ts'
import { carriesFiles, droppedFiles } from '../library/chooseFiles.ts'
import { type Parts, useParts } from '../workspace/context.ts'

export function DropTarget() {
  const parts = useParts()
  const [over, setOver] = useState(false)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const onDrag = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(event.type !== 'dragleave' || event.relatedTarget !== null)
    }
    for (const type of ['dragenter', 'dragover', 'dragleave'] as const) {
      window.addEventListener(type, onDrag, { signal })
    }
    window.addEventListener(
      'drop',
      (event) => {
        if (!carriesFiles(event.dataTransfer) || event.dataTransfer === null) return
        event.preventDefault()
        setOver(false)
        const files = droppedFiles(event.dataTransfer)
        void reporting(parts, async () => importFiles(parts, await files))
      },
      { signal },
    )
    window.addEventListener('paste', (event) => takePaste(parts, event), { signal })
    return () => controller.abort()
  }, [parts])
  return over ? (
    <div className="drop-target" aria-hidden="true">
      <p>Drop files or folders to import them</p>
    </div>
  ) : null
}

function takePaste(parts: Parts, event: ClipboardEvent): void {
  if (parts.workspace.get().dialog !== null || placeOfTarget(event.target) === 'field') return
  const files = [...(event.clipboardData?.files ?? [])]
  const text = event.clipboardData?.getData('text/plain') ?? ''
  if (files.length > 0) {
    event.preventDefault()
    void reporting(parts, () => importFiles(parts, files))
  } else if (text.trim() !== '') {
    event.preventDefault()
    parts.workspace.patch({ dialog: { dialog: 'paste', text } })
  }
}
