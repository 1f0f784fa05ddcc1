/**
 * How an import goes: a bar, the pace and a way to stop while it runs, then what became of
 * each file. It lies over the view, and folds to a line of the status bar as soon as
 * somebody works there, so that it never lies over what is edited.
 */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { settleCaptures } from '../commands/articleCommands.ts'
import { reporting } from '../commands/commands.ts'
import { countOutcomes, listAsCsv, type OutcomeCounts, paceOf, summaryOf } from '../library/importList.ts'
import type { ImportLine, ImportState } from '../library/importQueue.ts'
import { focusText } from '../read/focusText.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { useStore } from '../ui/store.ts'
import { useKeepFocus } from '../ui/useKeepFocus.ts'
import { type Parts, useParts } from '../workspace/context.ts'
import { counted } from './counted.ts'
import { ImportLineView } from './ImportLineView.tsx'
import { useCommand } from './useCommand.ts'
import { useFolded } from './useFolded.ts'

/** Of each sort of outcome only so many are drawn; the saved list has all. */
const most = 100
/** How long a list without any trouble stays, in milliseconds; one with trouble stays until it is closed. */
const shownFor = 8000

export function ImportPanel() {
  const { imports, workspace } = useParts()
  const state = useStore(imports, (value) => value)
  const { total, done, lines, current } = state
  const panel = useRef<HTMLElement>(null)
  const smooth = current === null && total > 0 && !state.cancelled && lines.every(isSmooth)
  useVanishing(panel, smooth)
  const keepFocus = useKeepFocus(panel)
  const { keys } = useCommand('focus.imports')
  const [folded, setFolded] = useFolded(panel, total, current !== null)
  const toText = () => focusText({ workspace })
  const close = () => {
    imports.dismiss()
    toText()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    setFolded(true)
    toText()
  }
  if (total === 0) return null
  const counts = countOutcomes(lines)
  const working = current !== null
  return (
    <section
      ref={panel}
      className={folded ? 'import-panel folded' : 'import-panel'}
      aria-label="Import"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onBlur={keepFocus.onBlur}
      onFocus={(event) => {
        keepFocus.onFocus()
        if (event.target === event.currentTarget) setFolded(false)
      }}
    >
      <div className="import-head">
        <div role="status">
          <h2>
            {working ? `Importing ${Math.min(done + 1, total)} of ${total}` : summaryOf(counts, state.left)}
          </h2>
        </div>
        {working && folded ? <Progress state={state} /> : null}
        {working ? <StopButton state={state} /> : null}
        <IconButton
          icon={folded ? 'up' : 'down'}
          label={folded ? 'Show the list' : 'Fold the list'}
          keys={folded ? keys : 'Esc'}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        />
        {working ? null : <IconButton icon="close" label="Close the list" onClick={close} />}
      </div>
      {folded ? null : working ? (
        <>
          <Progress state={state} />
          <p className="import-current">
            <span>{current}</span>
            <span className="import-pace">{paceOf(done, total, state.worked)}</span>
          </p>
          {lines.length > 0 ? <p className="import-current">{summaryOf(counts, 0)}</p> : null}
        </>
      ) : (
        <Actions state={state} counts={counts} />
      )}
      {folded ? null : <Lines lines={lines} />}
    </section>
  )
}

const isSmooth = ({ outcome, read }: ImportLine) =>
  outcome.outcome === 'imported' && read?.encodingSure !== false && (read?.mapping ?? null) === null

function Progress({ state: { total, done } }: { readonly state: ImportState }) {
  return <progress max={total} value={done} aria-label="Files imported" />
}

/** A list that asks for nothing goes by itself, unless somebody is at it. */
function useVanishing(panel: RefObject<HTMLElement | null>, smooth: boolean) {
  const { imports } = useParts()
  useEffect(() => {
    if (!smooth) return
    const timer = setInterval(() => {
      if (panel.current?.matches(':hover, :focus-within')) return
      imports.dismiss()
    }, shownFor)
    return () => clearInterval(timer)
  }, [panel, smooth, imports])
}

function StopButton({ state }: { readonly state: ImportState }) {
  const { imports } = useParts()
  return (
    <Button
      unavailable={state.cancelled ? 'Stops after the files that are being written' : null}
      onClick={imports.cancel}
    >
      Stop
    </Button>
  )
}

function Actions({ state, counts }: { readonly state: ImportState; readonly counts: OutcomeCounts }) {
  const parts = useParts()
  const { imports, workspace } = parts
  const captures = state.lines.filter(({ outcome }) => outcome.outcome === 'later capture')
  const keys = captures.map(({ key }) => key)
  const anyToReview = state.lines.some(
    ({ outcome }) => outcome.outcome === 'revised' && outcome.carried.review > 0,
  )
  return (
    <div className="import-actions">
      {state.left > 0 ? (
        <Button look="primary" onClick={() => void reporting(parts, imports.resume)}>
          Resume
        </Button>
      ) : null}
      {counts['later capture'] > 1 ? (
        <>
          <Button onClick={() => void reporting(parts, () => settleCaptures(parts, keys, 'revision'))}>
            Add all as revisions
          </Button>
          <Button onClick={() => void reporting(parts, () => settleCaptures(parts, keys, 'separate'))}>
            All as separate articles
          </Button>
        </>
      ) : null}
      {anyToReview ? (
        <Button onClick={() => workspace.patch({ dialog: { dialog: 'review', articleId: null } })}>
          Review passages …
        </Button>
      ) : null}
      <Button onClick={() => void reporting(parts, () => saveList(parts, state.lines))}>
        Save the list …
      </Button>
    </div>
  )
}

async function saveList({ shell, workspace }: Parts, lines: readonly ImportLine[]): Promise<void> {
  const bytes = new TextEncoder().encode(listAsCsv(lines))
  const where = await shell.saveFile({ name: 'Import list.csv', mediaType: 'text/csv', bytes })
  if (where !== null) workspace.notify('done', `Saved the list as ${where}`)
}

/** What wants a decision, was not imported or was guessed at comes first. */
function Lines({ lines }: { readonly lines: readonly ImportLine[] }) {
  if (lines.length === 0) return null
  const groups = Object.groupBy(lines, groupOf)
  const { asked = [], refused = [], guessed = [], other = [] } = groups
  const first = [asked, refused, guessed].flatMap((group) => group.slice(0, most))
  const drawn = [...first, ...other.slice(-most).reverse()]
  const more = lines.length - drawn.length
  return (
    <ul className="import-list" aria-label="What became of each file">
      {drawn.map((line) => (
        <ImportLineView key={line.key} line={line} />
      ))}
      {more > 0 ? <li>and {counted(more, 'more line')} in the list that can be saved</li> : null}
    </ul>
  )
}

function groupOf(line: ImportLine): 'asked' | 'refused' | 'guessed' | 'other' {
  const { outcome } = line.outcome
  if (outcome === 'later capture') return 'asked'
  if (outcome === 'refused') return 'refused'
  return outcome === 'imported' && !isSmooth(line) ? 'guessed' : 'other'
}
