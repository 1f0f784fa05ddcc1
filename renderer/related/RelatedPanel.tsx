/** Under the columns: the two passages in view and what they rest on, or the lists of what only one article has. */
import { type KeyboardEvent, useRef } from 'react'
import type { Difference } from '../../app/relate/details.ts'
import { runCommand } from '../commands/commands.ts'
import { articleFacts } from '../margin/passageWords.ts'
import { CommandKey } from '../read/CommandKey.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Facts } from '../ui/Facts.tsx'
import { useKeepFocus } from '../ui/useKeepFocus.ts'
import { useParts } from '../workspace/context.ts'
import { differenceSorts, wordingOf } from './differenceWords.ts'
import { markedWords } from './markedWords.ts'
import { OnlyLists } from './OnlyLists.tsx'
import { RelatedTabs } from './RelatedTabs.tsx'
import type { RelatedPair } from './relatedPassages.ts'
import { findPair, type RelatedState, relatedCount } from './relatedState.ts'
import { type ComparedContents, useFindRelated, useReveal } from './useRelated.ts'
import './related.css'

export function RelatedPanel({ state }: { readonly state: RelatedState }) {
  const parts = useParts()
  const contents = useFindRelated(state.hereId, state.thereId)
  useReveal(state)
  const panel = useRef<HTMLElement>(null)
  const keepFocus = useKeepFocus(panel)
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    parts.workspace.activeReader()?.focus()
  }
  return (
    <section
      ref={panel}
      className="related"
      aria-label="Related passages"
      tabIndex={-1}
      onKeyDown={leave}
      {...keepFocus}
    >
      <PanelHead state={state} />
      {state.found === null || contents === null ? (
        <p className="related-word" role="status">
          Comparing the two articles …
        </p>
      ) : state.list === 'only' ? (
        <OnlyLists state={state} found={state.found} contents={contents} />
      ) : (
        <PairInView state={state} contents={contents} />
      )}
    </section>
  )
}

function PanelHead({ state }: { readonly state: RelatedState }) {
  const parts = useParts()
  const { list } = state
  const run = (id: Parameters<typeof runCommand>[1]) => () => void runCommand(parts, id)
  const none = relatedCount(state) === 0 ? 'There is nothing to go to.' : null
  return (
    <header className="related-head">
      <RelatedTabs state={state} />
      <output className="related-place">{placeWords(state)}</output>
      <IconButton
        icon="up"
        label="Previous"
        keys="Shift+N"
        unavailable={none}
        onClick={run('compare.previousRelated')}
      />
      <IconButton icon="down" label="Next" keys="N" unavailable={none} onClick={run('compare.nextRelated')} />
      {list === 'pairs' && (
        <Button
          unavailable={findPair(state) === null ? 'Go to two related passages first.' : null}
          onClick={run('annotation.linkPair')}
        >
          Link … <CommandKey id="annotation.linkPair" />
        </Button>
      )}
      <IconButton
        icon="close"
        label="Close related passages"
        onClick={run(list === 'pairs' ? 'compare.related' : 'compare.only')}
      />
    </header>
  )
}

function placeWords(state: RelatedState): string {
  if (state.at < 0 || state.found === null) return ''
  const place = `${state.at + 1} of ${relatedCount(state)}`
  const pair = findPair(state)
  return pair === null
    ? place
    : `${place} · ${sortWords[pair.sort]} · likeness ${Math.round(pair.score * 100)} %`
}

const sortWords = { exact: 'word for word', reworded: 'reworded' } as const satisfies Record<
  RelatedPair['sort'],
  string
>

function PairInView({
  state,
  contents,
}: {
  readonly state: RelatedState
  readonly contents: ComparedContents
}) {
  const pair = findPair(state)
  if (pair === null) {
    return (
      <p className="related-word">
        {relatedCount(state) === 0 ? (
          'No passages of these two articles say the same.'
        ) : (
          <>
            What both articles say is shaded in both columns. <CommandKey id="compare.nextRelated" /> goes to
            the first, <CommandKey id="compare.previousRelated" /> back.
          </>
        )}
      </p>
    )
  }
  return (
    <div className="related-pair">
      <div className="related-sides">
        <Side contents={contents} side="here" pair={pair} />
        <Side contents={contents} side="there" pair={pair} />
      </div>
      <p className="related-rests">
        <span className="related-label">Rests on</span>{' '}
        {pair.words.length === 0 ? 'the same run of words' : pair.words.map(sharedWord).join(' · ')}
      </p>
      {pair.differences.length > 0 && <Differences contents={contents} differences={pair.differences} />}
    </div>
  )
}

const sharedWord = ({ here, there }: RelatedPair['words'][number]) =>
  here.toLowerCase() === there.toLowerCase() ? here : `${here} – ${there}`

function Side({
  contents,
  side,
  pair,
}: {
  readonly contents: ComparedContents
  readonly side: 'here' | 'there'
  readonly pair: RelatedPair
}) {
  const { article, revision } = contents[side]
  const pieces = markedWords(
    revision.text,
    pair[side],
    pair.words.map((word) => word[side]),
    pair.differences.map((difference) => difference[side]),
  )
  return (
    <div className="related-side">
      <div className="related-source" dir="auto">
        <Facts facts={articleFacts(article)} />
      </div>
      <blockquote dir="auto">
        {pieces.map(({ start, text, look }) =>
          look === 'plain' ? (
            text
          ) : look === 'word' ? (
            <b key={start}>{text}</b>
          ) : (
            <mark key={start} className="related-differs">
              {text}
            </mark>
          ),
        )}
      </blockquote>
    </div>
  )
}

function Differences({
  contents,
  differences,
}: {
  readonly contents: ComparedContents
  readonly differences: readonly Difference[]
}) {
  const text = (side: 'here' | 'there') => contents[side].revision.text
  return (
    <table className="related-differences">
      <caption>They differ</caption>
      <tbody>
        {differences.map((found) => (
          <tr key={`${found.sort} ${found.here.start} ${found.there.start}`}>
            <th scope="row">{differenceSorts[found.sort]}</th>
            <td dir="auto">{wordingOf(found, 'here', text('here'))}</td>
            <td dir="auto">{wordingOf(found, 'there', text('there'))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
