/** The editing mode of the read view: the article's text in an editor, with what can be done to a block above it. */
import { useLayoutEffect, useRef, useState } from 'react'
import type { ArticleContent } from '../../app/results.ts'
import { type BlockType, blockTypes } from '../../app/vocabulary.ts'
import { reporting } from '../commands/commands.ts'
import { keyLabel } from '../commands/keyLabel.ts'
import { counted } from '../frame/counted.ts'
import { type Corrector, type CorrectorState, createCorrector } from '../reader/corrector.ts'
import '../reader/reader.css'
import { Button, IconButton } from '../ui/Button.tsx'
import { type Parts, useParts } from '../workspace/context.ts'
import { ArticleHead } from './ArticleHead.tsx'

const typeLabels: Readonly<Record<BlockType, string>> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  quote: 'Quote',
  listItem: 'List item',
  caption: 'Caption',
}

const untouched: CorrectorState = {
  type: 'paragraph',
  furniture: false,
  dirty: false,
  canUndo: false,
  canRedo: false,
}

export function CorrectingPane({ content: latest }: { readonly content: ArticleContent }) {
  const parts = useParts()
  // What is corrected is the text with which the mode began, whatever the case does meanwhile.
  const [content] = useState(latest)
  const mount = useRef<HTMLDivElement>(null)
  const corrector = useRef<Corrector | null>(null)
  const [state, setState] = useState(untouched)
  const { headline } = content.article

  useLayoutEffect(() => {
    if (mount.current === null) return
    const { workspace, records } = parts
    const made = createCorrector({
      mount: mount.current,
      label: `Correcting: ${content.article.headline}`,
      content,
      annotations: records.annotationsOn(content.article.id, content.revision.id),
      caret: workspace.get().correcting?.caret ?? 0,
      onChange: (next) => {
        setState(next)
        const { correcting } = workspace.get()
        if (correcting !== null && correcting.dirty !== next.dirty)
          workspace.patch({ correcting: { ...correcting, dirty: next.dirty } })
      },
      onSave: () => void reporting(parts, () => save(parts, content, made)),
    })
    corrector.current = made
    // What was being read stays where it was; the head is shorter here, and nothing is folded.
    const top = workspace.get().correcting?.caretTop ?? null
    const scroller = mount.current.closest('.pane-scroller')
    if (top !== null && scroller !== null) scroller.scrollTop += made.caretTop() - top
    setState(made.state())
    return () => {
      corrector.current = null
      made.destroy()
    }
  }, [parts, content])

  return (
    <section className="pane" aria-label={headline}>
      <CorrectingBar
        state={state}
        corrector={() => corrector.current}
        onSave={() => {
          const now = corrector.current
          if (now !== null) void reporting(parts, () => save(parts, content, now))
        }}
      />
      <div className="pane-scroller">
        <div className="pane-sheet beside">
          <div className="pane-text">
            <ArticleHead content={content} compact />
            <div className="pane-mount reader correcting" ref={mount} />
          </div>
        </div>
      </div>
    </section>
  )
}

function CorrectingBar({
  state,
  corrector,
  onSave,
}: {
  readonly state: CorrectorState
  readonly corrector: () => Corrector | null
  readonly onSave: () => void
}) {
  const { workspace, shell } = useParts()
  const key = (name: string) => keyLabel(name, shell.mac)
  return (
    <div className="correcting-bar" role="toolbar" aria-label="Correct the text">
      <strong>Correcting the text</strong>
      <select
        className="input"
        aria-label="Type of the block"
        value={state.type}
        onChange={(event) => {
          const type = blockTypes.find((name) => name === event.currentTarget.value)
          if (type !== undefined) corrector()?.setType(type)
        }}
      >
        {blockTypes.map((type, index) => (
          <option key={type} value={type}>
            {typeLabels[type]} ({key(`Mod-Alt-${index}`)})
          </option>
        ))}
      </select>
      <Button
        look="plain"
        aria-pressed={state.furniture}
        aria-keyshortcuts="Control+Shift+B"
        onClick={() => corrector()?.turnFurniture()}
      >
        Furniture <kbd>{key('Mod-Shift-b')}</kbd>
      </Button>
      <IconButton
        icon="undo"
        label="Undo this edit"
        keys={key('Mod-z')}
        unavailable={state.canUndo ? null : 'Nothing was changed yet.'}
        onClick={() => corrector()?.undo()}
      />
      <IconButton
        icon="redo"
        label="Redo this edit"
        keys={key('Mod-Shift-z')}
        unavailable={state.canRedo ? null : 'Nothing was undone.'}
        onClick={() => corrector()?.redo()}
      />
      <span className="grow" />
      <Button onClick={() => workspace.patch({ correcting: null })}>Leave as it was</Button>
      <Button look="primary" onClick={onSave}>
        Save <kbd>Esc</kbd>
      </Button>
    </div>
  )
}

/** One call for the whole edit; with nothing changed the mode is only left. */
async function save(
  { client, workspace }: Parts,
  { article, revision }: ArticleContent,
  corrector: Corrector,
) {
  const correction = corrector.correction()
  if (correction === null) {
    workspace.patch({ correcting: null })
    return
  }
  if (correction.blocks.length === 0) {
    workspace.notify(
      'refused',
      'An article cannot be without any text. To take it out of the case, remove it.',
    )
    return
  }
  const { carried } = await client.call('article.correct', {
    id: article.id,
    revisionId: revision.id,
    ...correction,
  })
  workspace.patch({ correcting: null })
  const rest = carried.review === 0 ? '' : ` ${counted(carried.review, 'passage')} to review.`
  workspace.notify('done', `Corrected the text.${rest}`)
}
