/** How an import goes: a bar and a way to stop while it runs, then what became of each file. */
import { useEffect, useRef } from 'react'
import type { ImportOutcome } from '../../app/contract.ts'
import { openArticle } from '../commands/articleCommands.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/store.ts'
import { useParts } from '../workspace/context.ts'
import { counted } from './counted.ts'

/** Of what was imported only the latest are drawn; what was not is always drawn. */
const most = 100
/** How long a list without any trouble stays, in milliseconds; one with trouble stays until it is closed. */
const shownFor = 8000

export function ImportPanel() {
  const { imports } = useParts()
  const state = useStore(imports, (value) => value)
  const { total, done, outcomes, current, cancelled } = state
  const panel = useRef<HTMLElement>(null)
  const smooth = current === null && total > 0 && outcomes.every(({ outcome }) => outcome === 'imported')
  useEffect(() => {
    if (!smooth || cancelled) return
    const timer = setInterval(() => {
      if (panel.current?.matches(':hover, :focus-within')) return
      imports.dismiss()
    }, shownFor)
    return () => clearInterval(timer)
  }, [smooth, cancelled, imports])
  if (total === 0) return null
  return (
    <section ref={panel} className="import-panel" aria-label="Import">
      <div className="import-head">
        <div role="status">
          <h2>
            {current === null
              ? summary(outcomes, total - done)
              : `Importing ${Math.min(done + 1, total)} of ${total}`}
          </h2>
        </div>
        {current === null ? (
          <IconButton icon="close" label="Close the list" onClick={imports.dismiss} />
        ) : (
          <Button
            unavailable={cancelled ? 'Stops after the files that are being written' : null}
            onClick={imports.cancel}
          >
            Stop
          </Button>
        )}
      </div>
      {current === null ? null : (
        <>
          <progress max={total} value={done} aria-label="Files imported" />
          <p className="import-current">{current}</p>
        </>
      )}
      <Outcomes outcomes={outcomes} />
    </section>
  )
}

function Outcomes({ outcomes }: { readonly outcomes: readonly ImportOutcome[] }) {
  const troubles = outcomes.filter((outcome) => outcome.outcome !== 'imported')
  const imported = outcomes.filter((outcome) => outcome.outcome === 'imported')
  if (outcomes.length === 0) return null
  return (
    <ul className="import-list" aria-label="What became of each file">
      {troubles.map((outcome, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: outcomes are only ever added at the end, and two files may bear one name
        <Outcome key={index} outcome={outcome} />
      ))}
      {imported
        .slice(-most)
        .reverse()
        .map((outcome) => (
          <Outcome key={outcome.article.id} outcome={outcome} />
        ))}
      {imported.length > most ? <li>and {counted(imported.length - most, 'more article')}</li> : null}
    </ul>
  )
}

function Outcome({ outcome }: { readonly outcome: ImportOutcome }) {
  const parts = useParts()
  if (outcome.outcome === 'refused') {
    return (
      <li className="refused">
        <Icon name="warn" size={13} />
        <span>
          <b dir="auto">{outcome.name}</b> was not imported. {outcome.error.message}
        </span>
      </li>
    )
  }
  const known = outcome.outcome === 'duplicate' || outcome.outcome === 'later capture'
  const article = known ? outcome.of : outcome.article
  return (
    <li>
      <Icon name={known ? 'more' : 'check'} size={13} />
      <span>
        {outcome.outcome === 'imported' ? null : (
          <>
            <b dir="auto">{outcome.name}</b> {knownWords[outcome.outcome]}:{' '}
          </>
        )}
        <button
          type="button"
          className="link-button"
          dir="auto"
          onClick={() => openArticle(parts, article.id)}
        >
          {article.headline}
        </button>
      </span>
    </li>
  )
}

const knownWords = {
  duplicate: 'is in the case already',
  'later capture': 'looks like a later capture of',
  revised: 'is a new revision of',
} as const

function summary(outcomes: readonly ImportOutcome[], left: number): string {
  const count = (kind: ImportOutcome['outcome']) => outcomes.filter(({ outcome }) => outcome === kind).length
  const words = [
    `${counted(count('imported'), 'article')} imported`,
    count('duplicate') > 0 ? `${count('duplicate')} there already` : '',
    count('revised') > 0 ? `${count('revised')} revised` : '',
    count('later capture') > 0 ? `${count('later capture')} not imported as later captures` : '',
    count('refused') > 0 ? `${count('refused')} refused` : '',
    left > 0 ? `${left} not read, as you stopped` : '',
  ]
  return words.filter(Boolean).join(', ')
}
