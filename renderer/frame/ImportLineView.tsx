/** One line of the import list: what became of an article, with what can be done about it. */
import { memo, useState } from 'react'
import type { ArticleId } from '../../app/ids.ts'
import type { Article } from '../../app/model.ts'
import type { ImportOutcome } from '../../app/results.ts'
import { openArticle, settleCaptures } from '../commands/articleCommands.ts'
import { reporting } from '../commands/commands.ts'
import { openRevisionPair } from '../commands/revisionSteps.ts'
import type { CaptureChoice, ImportLine } from '../library/importQueue.ts'
import { focusText } from '../read/focusText.ts'
import { Icon } from '../ui/icons.tsx'
import { useArticle, useParts } from '../workspace/context.ts'
import { counted } from './counted.ts'

export const ImportLineView = memo(function ImportLineView({ line }: { readonly line: ImportLine }) {
  const { outcome } = line
  switch (outcome.outcome) {
    case 'refused':
      return (
        <li className="refused">
          <Icon name="warn" size={13} />
          <span>
            <b dir="auto">{outcome.name}</b> was not imported. {outcome.error.message}
          </span>
        </li>
      )
    case 'duplicate':
      return (
        <li>
          <Icon name="more" size={13} />
          <span>
            <b dir="auto">{outcome.name}</b> is in the case already: <ArticleLink article={outcome.of} />
          </span>
        </li>
      )
    case 'later capture':
      return <LaterCapture line={line} outcome={outcome} />
    case 'revised':
      return (
        <li>
          <Icon name="check" size={13} />
          <span>
            <b dir="auto">{outcome.name}</b> is a new revision of <ArticleLink article={outcome.article} />{' '}
            {carriedWords(outcome.carried)} <Changes article={outcome.article} />{' '}
            <Doubts line={line} article={outcome.article} />
          </span>
        </li>
      )
    case 'imported':
      return (
        <li>
          <Icon name="check" size={13} />
          <span>
            <ArticleLink article={outcome.article} /> <Reprint article={outcome.article} />{' '}
            <Doubts line={line} article={outcome.article} />
          </span>
        </li>
      )
  }
})

function carriedWords({ kept, moved, review }: { kept: number; moved: number; review: number }): string {
  if (kept + moved + review === 0) return ''
  const words = [
    kept > 0 ? `${kept} kept` : '',
    moved > 0 ? `${moved} moved` : '',
    review > 0 ? `${review} to review` : '',
  ]
  return `${counted(kept + moved + review, 'passage')}: ${words.filter(Boolean).join(', ')}.`
}

/** Opens the article, and the keys go on in its text. */
function ArticleLink({ article }: { readonly article: Article }) {
  const parts = useParts()
  const open = () => {
    openArticle(parts, article.id)
    focusText(parts)
  }
  return (
    <button type="button" className="link-button" dir="auto" onClick={open}>
      {article.headline}
    </button>
  )
}

/** Whose text it has, where it is a reprint. */
function Reprint({ article }: { readonly article: Article }) {
  return article.reprintOf === null ? null : <SharesWith firstId={article.reprintOf} />
}

function SharesWith({ firstId }: { readonly firstId: ArticleId }) {
  const first = useArticle(firstId)
  return (
    <>
      shares its text with {first === null ? 'another article' : <ArticleLink article={first} />}
      {first?.publisher == null ? '' : ` (${first.publisher})`}, so both are one source.
    </>
  )
}

/** Leads to the two last texts beside each other. */
function Changes({ article }: { readonly article: Article }) {
  const parts = useParts()
  return (
    <button type="button" className="link-button" onClick={() => openRevisionPair(parts, article.id)}>
      See what changed
    </button>
  )
}

/** Says that the encoding or the fields of a table were guessed, and leads to where that is changed. */
function Doubts({ line, article }: { readonly line: ImportLine; readonly article: Article }) {
  const { workspace, imports } = useParts()
  const { read } = line
  if (read === null || (read.encodingSure && read.mapping === null)) return null
  const correct = () => {
    const articleIds = imports
      .get()
      .lines.filter(({ file }) => file === line.file)
      .flatMap(({ outcome }) =>
        outcome.outcome === 'imported' || outcome.outcome === 'revised' ? [outcome.article.id] : [],
      )
    workspace.patch({ dialog: { dialog: 'reread', articleId: article.id, articleIds } })
  }
  return (
    <>
      {read.encodingSure ? null : <span className="badge">encoding guessed: {read.encoding}</span>}{' '}
      {read.mapping === null ? null : (
        <span className="import-mapping" dir="auto">
          {Object.entries(read.mapping)
            .map(([field, column]) => `${field} from “${column}”`)
            .join(', ')}
        </span>
      )}{' '}
      <button type="button" className="link-button" onClick={correct}>
        Read in another way …
      </button>
    </>
  )
}

const choices: readonly { readonly choice: CaptureChoice; readonly label: string }[] = [
  { choice: 'revision', label: 'Add as revision' },
  { choice: 'separate', label: 'Separate article' },
  { choice: 'leave', label: 'Leave' },
]

function LaterCapture({
  line,
  outcome,
}: {
  readonly line: ImportLine
  readonly outcome: Extract<ImportOutcome, { outcome: 'later capture' }>
}) {
  const parts = useParts()
  const [busy, setBusy] = useState(false)
  const decide = (choice: CaptureChoice) => {
    if (busy) return
    setBusy(true)
    void reporting(parts, () => settleCaptures(parts, [line.key], choice)).finally(() => setBusy(false))
  }
  const why =
    outcome.by === 'address'
      ? 'it has the same address'
      : `${Math.round(outcome.score * 100)} % of the text is the same`
  return (
    <li className="asked">
      <Icon name="more" size={13} />
      <span>
        <b dir="auto">{outcome.name}</b> looks like a later capture of <ArticleLink article={outcome.of} /> (
        {why}).
        <fieldset className="import-choices" aria-label={`What to do with ${outcome.name}`}>
          {choices.map(({ choice, label }) => (
            <button
              key={choice}
              type="button"
              className="button normal"
              aria-disabled={busy ? true : undefined}
              onClick={() => decide(choice)}
            >
              {label}
            </button>
          ))}
        </fieldset>
      </span>
    </li>
  )
}
