/**
 * Linking by keyboard: first the other passage, found by its words, its speaker
 * or its headline; then the relation, worded from the chosen passage. Where only
 * one relation is possible it is the first and chosen, so that two keys suffice.
 * The same dialog tags a selection and links it in one step.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AnnotationId } from '../../app/ids.ts'
import type { Annotation } from '../../app/model.ts'
import { attempt, shortNameIn } from '../margin/passageActions.ts'
import { articleFacts, partnerOf, quoted, quoteOf, shorten, titleOf } from '../margin/passageWords.ts'
import { type ChosenWords, createPassage, guessSpeaker } from '../margin/tagging.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { Picker } from '../ui/Picker.tsx'
import { type Parts, useArticle, useParts, useRecords } from '../workspace/context.ts'
import './linkDialog.css'
import { Facts } from '../ui/Facts.tsx'
import { linkable, type Proposal, type ProposalOrigin, proposeLinks } from './linkProposals.ts'
import { type LinkOrigin, prepare, rankForOrigin, searchCandidates } from './linkSearch.ts'
import { type RelationChoice, relationChoices } from './relationChoices.ts'

const mostFound = 200

/** Links the passage `fromId`; `toId` is there already when a drag chose it. */
export function LinkDialog({
  fromId,
  toId,
}: {
  readonly fromId: AnnotationId
  readonly toId: AnnotationId | null
}) {
  const parts = useParts()
  const from = parts.records.annotation(fromId)
  if (from === null) return null
  const origin: LinkOrigin = {
    id: from.id,
    articleId: from.articleId,
    kinds: [from.kind],
    speaker: titleOf(from, (id) => parts.records.actor(id)?.name ?? ''),
    quote: quoteOf(from),
  }
  const link = (other: Annotation, choice: RelationChoice) => linkPassages(parts, from, other, choice)
  return <LinkSteps title="Link this passage" origin={origin} toId={toId} onLink={link} />
}

/** Tags the segments and links the new passage at once. */
export function TagAndLinkDialog({
  words,
  text,
  toId,
}: {
  readonly words: ChosenWords
  readonly text: string
  readonly toId: AnnotationId | null
}) {
  const { articleId, segments } = words
  const parts = useParts()
  const origin: LinkOrigin = {
    id: null,
    articleId,
    kinds: ['claim', 'denial', 'event'],
    speaker: guessSpeaker(parts, articleId, segments)?.name ?? '',
    quote: text,
  }
  const link = async (other: Annotation, { kind, relation, newIs }: RelationChoice) => {
    parts.workspace.patch({ dialog: null })
    await createPassage(parts, words, kind, { other: other.id, relation, newIs })
  }
  return <LinkSteps title="Tag these words and link them" origin={origin} toId={toId} onLink={link} />
}

type StepsProps = {
  readonly title: string
  readonly origin: LinkOrigin
  readonly toId: AnnotationId | null
  readonly onLink: (other: Annotation, choice: RelationChoice) => Promise<void>
}

function LinkSteps({ title, origin, toId, onLink }: StepsProps) {
  const parts = useParts()
  const [other, setOther] = useState<Annotation | null>(toId === null ? null : parts.records.annotation(toId))
  const close = () => parts.workspace.patch({ dialog: null })
  const passages = useRef<HTMLDivElement>(null)
  const back =
    other === null || toId !== null
      ? null
      : () => {
          flushSync(() => setOther(null))
          passages.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus()
        }
  const quote = quoted(shorten(origin.quote.replace(/\s+/g, ' '), 160))
  return (
    <Dialog
      wide
      title={title}
      description={<span dir="auto">{origin.speaker === '' ? quote : `${origin.speaker}: ${quote}`}</span>}
      onClose={close}
      onBack={back}
    >
      {/* Stays as it is behind the second step, so that going back finds words and place again. */}
      {toId === null && (
        <div className="link-step" hidden={other !== null} ref={passages}>
          <PassagePicker origin={origin} onPick={setOther} />
        </div>
      )}
      {other !== null && (
        <RelationPicker
          origin={origin}
          other={other}
          onBack={back}
          onPick={(choice) => void onLink(other, choice)}
        />
      )}
    </Dialog>
  )
}

function PassagePicker({
  origin,
  onPick,
}: {
  readonly origin: LinkOrigin
  readonly onPick: (annotation: Annotation) => void
}) {
  const parts = useParts()
  const { records } = parts
  // The passages stand still while the dialog is open; headlines may still arrive.
  const [annotations] = useState(() => [...records.annotations().values()])
  const [articleIds] = useState(() => [...new Set(annotations.map((annotation) => annotation.articleId))])
  const known = useRecords((store) => articleIds.filter((id) => store.article(id) !== null).length)
  useEffect(() => {
    for (let at = 0; at < articleIds.length; at += 1000) records.needArticles(articleIds.slice(at, at + 1000))
  }, [records, articleIds])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with more articles known, more headlines can be searched
  const ranked = useMemo(() => {
    const nameOf = (id: Parameters<typeof records.actor>[0]) => records.actor(id)?.name ?? ''
    const candidates = annotations.map((annotation) => {
      const article = records.article(annotation.articleId)
      return prepare(
        annotation,
        nameOf,
        article === null ? '' : `${article.headline} ${article.publisher ?? ''}`,
      )
    })
    return rankForOrigin(candidates, origin)
  }, [records, annotations, known])
  const proposals = useMemo(() => {
    const first = searchCandidates(ranked, '', mostFound).map(({ annotation }) => annotation)
    const articleOf = ({ articleId }: Annotation) => records.article(articleId)
    const nameOf = (id: Parameters<typeof records.actor>[0]) => records.actor(id)?.name ?? ''
    return proposeLinks(proposalOrigin(parts, origin), first, articleOf, nameOf)
  }, [parts, records, ranked, origin])
  const source = useCallback(
    (query: string): readonly Proposal[] => {
      if (query === '') return proposals
      const whys = new Map(proposals.map(({ annotation, why }) => [annotation, why]))
      return searchCandidates(ranked, query, mostFound).map(({ annotation }) => ({
        annotation,
        why: whys.get(annotation) ?? null,
      }))
    },
    [ranked, proposals],
  )
  return (
    <Picker
      label="Link to: search quotes, speakers, headlines"
      source={source}
      keyOf={({ annotation }) => annotation.id}
      render={({ annotation, why }) => <PassageRow annotation={annotation} why={why} />}
      onPick={({ annotation }) => onPick(annotation)}
      empty={(query) =>
        query === ''
          ? 'There is no other passage yet. Tag one with C, D or E and link it then.'
          : 'No passage has these words. Try a speaker, a word of the quote or of the headline.'
      }
    />
  )
}

/** What is known of the passage to be linked, for the proposals. */
function proposalOrigin({ records }: Parts, origin: LinkOrigin): ProposalOrigin {
  const { id, articleId, speaker, quote } = origin
  const own = id === null ? null : records.annotation(id)
  if (own !== null) {
    const links = records.linksOf(own.id)
    return {
      ...linkable(own, () => records.article(articleId)),
      id: own.id,
      linked: new Set(links.map((link) => partnerOf(link, own.id))),
    }
  }
  const article = records.article(articleId)
  const named = records.actors().find(({ name, aliases }) => name === speaker || aliases.includes(speaker))
  return {
    id: null,
    kind: null,
    text: quote,
    language: article?.language ?? null,
    actorIds: named === undefined ? [] : [named.id],
    date: article?.published ?? null,
    linked: new Set(),
  }
}

/** A passage as a row of a picker: kind, who, the words, and where they stand. */
export function PassageRow({
  annotation,
  lead,
  why = null,
}: {
  readonly annotation: Annotation
  readonly lead?: string
  /** Why it is proposed; null where nothing speaks for it. */
  readonly why?: string | null
}) {
  const { records } = useParts()
  const article = useArticle(annotation.articleId)
  const title = titleOf(annotation, (id) => records.actor(id)?.name ?? '')
  return (
    <>
      <div className="picker-row">
        <KindMark kind={annotation.kind} />
        <span className="main" dir="auto">
          {lead !== undefined && <span className="relation-word">{lead} </span>}
          {title !== '' && <strong>{title} </strong>}
          {quoteOf(annotation)}
        </span>
        <span className={`side kind-word ${annotation.kind}`}>{annotation.kind}</span>
      </div>
      <div className="picker-under">{article === null ? ' ' : <Facts facts={articleFacts(article)} />}</div>
      {why !== null && <div className="link-reason">{why}</div>}
    </>
  )
}

function RelationPicker({
  origin,
  other,
  onBack,
  onPick,
}: {
  readonly origin: LinkOrigin
  readonly other: Annotation
  /** To the choice of the passage; null where it was chosen before. */
  readonly onBack: (() => void) | null
  readonly onPick: (choice: RelationChoice) => void
}) {
  const { records } = useParts()
  const choices = useMemo(() => {
    const links = origin.id === null ? [] : records.linksOf(origin.id)
    return relationChoices(origin.id, origin.kinds, other, links)
  }, [records, origin, other])
  const source = useCallback(
    (query: string) => choices.filter((choice) => choice.word.includes(query.toLowerCase())),
    [choices],
  )
  // The dialog put the cursor into the first picker; this one came in its place.
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  return (
    <div className="link-relation" ref={place}>
      <div className="link-other">
        <div className="link-passage">
          <PassageRow annotation={other} />
        </div>
        {onBack === null ? null : (
          <Button look="plain" title="Another passage (Esc)" onClick={onBack}>
            Another passage
          </Button>
        )}
      </div>
      <Picker
        label="This passage …"
        source={source}
        keyOf={(choice) => choice.key}
        refusalOf={(choice) => choice.why}
        render={(choice) => (
          <>
            <div className="picker-row">
              <span className="main">{choice.word}</span>
              {origin.kinds.length > 1 && choice.why === null && (
                <span className="side">tag as {choice.kind}</span>
              )}
            </div>
            {choice.why !== null && <div className="picker-why">{choice.why}</div>}
          </>
        )}
        onPick={onPick}
        empty={() => 'There is no such relation.'}
      />
    </div>
  )
}

async function linkPassages(
  parts: Parts,
  own: Annotation,
  other: Annotation,
  { relation, newIs, word }: RelationChoice,
): Promise<void> {
  const { client, workspace } = parts
  workspace.patch({ dialog: null })
  const [fromId, toId] = newIs === 'from' ? [own.id, other.id] : [other.id, own.id]
  const done = await attempt(parts, () => client.call('link.create', { fromId, relation, toId }))
  if (done)
    workspace.notify('done', `Linked: ${shortNameIn(parts, own)} – ${word} – ${shortNameIn(parts, other)}.`)
}
