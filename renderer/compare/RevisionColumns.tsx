/**
 * Two revisions of one article as two columns: block beside block, the words that
 * were removed struck through on the older side, those added underlined on the newer,
 * and on each side the passages that lie on that revision.
 */
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { ActorId, ArticleId, RevisionId } from '../../app/ids.ts'
import type { Annotation } from '../../app/model.ts'
import type { DiffBlock, RevisionComparison, RevisionInfo } from '../../app/results.ts'
import { revisionOriginLabels } from '../../app/vocabulary.ts'
import { runCommand } from '../commands/commands.ts'
import { Pieces } from '../dialogs/Pieces.tsx'
import { counted } from '../frame/counted.ts'
import { shortName } from '../margin/passageWords.ts'
import { CommandKey } from '../read/CommandKey.tsx'
import { useRevisions } from '../read/useRevisions.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Field } from '../ui/Field.tsx'
import { isFocusFree } from '../ui/focusFree.ts'
import { shortMoment } from '../ui/moments.ts'
import { useArticle, useParts, useRecords, useWorkspace } from '../workspace/context.ts'
import { type MarkedRun, markedRuns } from './markedPieces.ts'
import { type RevisionPair, revisionsOf, sideOf } from './revisionPair.ts'
import { useComparison } from './useComparison.ts'
import './revisionColumns.css'

export function RevisionColumns() {
  const pair = useWorkspace((state) => state.revisionPair)
  return pair === null ? null : <Pair key={pair.articleId} pair={pair} />
}

function Pair({ pair }: { readonly pair: RevisionPair }) {
  const parts = useParts()
  const { workspace } = parts
  const revisions = useRevisions(pair.articleId)
  const headline = useArticle(pair.articleId)?.headline ?? ''
  const chosen = revisions === null ? null : revisionsOf(pair, revisions)
  const found = useComparison(pair.articleId, chosen?.from.id ?? null, chosen?.to.id ?? null)
  const older = usePassagesOn(pair.articleId, chosen?.from.id)
  const newer = usePassagesOn(pair.articleId, chosen?.to.id)
  const leave = () => void runCommand(parts, 'view.back')
  if (revisions !== null && chosen === null) {
    return (
      <EmptyState
        title="There is one text only"
        actions={<Button onClick={() => void runCommand(parts, 'view.read')}>Read it</Button>}
      >
        A later capture or a correction makes another revision, which can be compared with this one.
      </EmptyState>
    )
  }
  const set = (side: 'fromId' | 'toId') => (id: RevisionId) =>
    workspace.patch({
      revisionPair: {
        ...pair,
        fromId: chosen?.from.id ?? null,
        toId: chosen?.to.id ?? null,
        [side]: id,
        at: -1,
        changes: null,
      },
    })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    leave()
  }
  return (
    <section className="revision-pair" aria-label={`Two revisions of ${headline}`} onKeyDown={onKeyDown}>
      <div className="reading-bar">
        <p className="grow" role="status">
          {found === null ? 'Comparing …' : wordsOf(found, pair)}
        </p>
        <span className="pair-keys">
          <CommandKey id="compare.nextRelated" /> next, <CommandKey id="compare.previousRelated" /> previous
          change
        </span>
        <Button onClick={leave}>
          Back <kbd>Esc</kbd>
        </Button>
      </div>
      {revisions === null || chosen === null ? null : (
        <div className="pair-heads">
          <Head label="From" revisions={revisions} value={chosen.from} onChange={set('fromId')} />
          <Head label="To" revisions={revisions} value={chosen.to} onChange={set('toId')} />
        </div>
      )}
      <PairText blocks={found?.blocks ?? []} at={pair.at} headline={headline} older={older} newer={newer} />
    </section>
  )
}

const none: readonly Annotation[] = []

/** The passages that lie on a revision. */
const usePassagesOn = (articleId: ArticleId, revisionId: RevisionId | undefined) =>
  useRecords((records) => (revisionId === undefined ? none : records.annotationsOn(articleId, revisionId)))

function wordsOf({ addedWords, removedWords, blocks }: RevisionComparison, { at, changes }: RevisionPair) {
  const block = blocks.filter(({ change }) => change !== 'same')[at]
  const where =
    block === undefined || changes === null
      ? ''
      : ` Change ${at + 1} of ${changes}: ${changeWords[block.change]}.`
  return `${counted(addedWords, 'word')} added, ${counted(removedWords, 'word')} removed.${where}`
}

const changeWords = {
  same: 'unchanged',
  changed: 'words changed',
  added: 'a new block',
  removed: 'a block taken out',
} as const satisfies Record<DiffBlock['change'], string>

function Head({
  label,
  revisions,
  value,
  onChange,
}: {
  readonly label: string
  readonly revisions: readonly RevisionInfo[]
  readonly value: RevisionInfo
  readonly onChange: (id: RevisionId) => void
}) {
  return (
    <div>
      <Field label={label}>
        {(ties) => (
          <select
            {...ties}
            className="input"
            value={value.id}
            onChange={(event) => {
              const found = revisions.find(({ id }) => id === event.currentTarget.value)
              if (found !== undefined) onChange(found.id)
            }}
          >
            {revisions.map((revision, index) => (
              <option key={revision.id} value={revision.id}>
                {index + 1}. {revisionOriginLabels[revision.origin]}
                {revision.current ? ', current' : ''}
              </option>
            ))}
          </select>
        )}
      </Field>
      <p className="pair-source">
        <bdi>{value.source.name}</bdi> · {counted(value.annotations, 'passage')} ·{' '}
        {shortMoment(value.createdAt)}
      </p>
    </div>
  )
}

function PairText({
  blocks,
  at,
  headline,
  older,
  newer,
}: {
  readonly blocks: readonly DiffBlock[]
  readonly at: number
  readonly headline: string
  /** The passages on each revision. */
  readonly older: readonly Annotation[]
  readonly newer: readonly Annotation[]
}) {
  const scroller = useRef<HTMLElement>(null)
  const [first] = useState(() => document.activeElement)
  // The keys go on here, unless the person went elsewhere meanwhile.
  useEffect(() => {
    if (isFocusFree(scroller.current) || document.activeElement === first) scroller.current?.focus()
  }, [first])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another comparison has other lines to go to
  useEffect(() => {
    scroller.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' })
  }, [at, blocks])
  let change = -1
  return (
    <section
      ref={scroller}
      className="pair-text"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached by key
      tabIndex={0}
      aria-label="Compared text"
    >
      <table aria-label={headline}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Older text</th>
            <th scope="col">Newer text</th>
          </tr>
        </thead>
        <tbody>
          {blocks.map((block, index) => {
            if (block.change !== 'same') change += 1
            const current = block.change !== 'same' && change === at
            return (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a comparison have no identity but their place
                key={index}
                className={`${block.change} ${block.type} ${block.furniture ? 'furniture' : ''}`}
                aria-current={current ? 'true' : undefined}
              >
                <Side block={block} side="older" passages={older} />
                <Side block={block} side="newer" passages={newer} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Side({
  block,
  side,
  passages,
}: {
  readonly block: DiffBlock
  readonly side: 'older' | 'newer'
  readonly passages: readonly Annotation[]
}) {
  const pieces = sideOf(block, side)
  return (
    <td dir="auto">
      {pieces.length === 0 ? (
        <span className="visually-hidden">nothing here</span>
      ) : (
        <Pieces pieces={pieces} wordsOf={(piece) => <Marked runs={markedRuns(piece, side, passages)} />} />
      )}
    </td>
  )
}

/** Words with the passages they lie in, one mark within the other. */
function Marked({ runs }: { readonly runs: readonly MarkedRun[] }) {
  const { records } = useParts()
  const nameOf = (id: ActorId) => records.actor(id)?.name ?? ''
  return runs.map(({ text, passages }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a fixed text have no identity but their place
    <Fragment key={index}>
      {passages.reduceRight<ReactNode>(
        (within, passage) => (
          <mark
            key={passage.id}
            className={`pair-passage ${passage.kind}`}
            title={shortName(passage, nameOf)}
            aria-description={passage.kind}
          >
            {within}
          </mark>
        ),
        text,
      )}
    </Fragment>
  ))
}
