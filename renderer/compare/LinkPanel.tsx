/** The chosen thread: its relation, the words at both ends, and the ways to change it or take it out. */
import { useEffect, useRef } from 'react'
import type { LinkId } from '../../app/ids.ts'
import type { Annotation } from '../../app/model.ts'
import { canLink } from '../../app/rules.ts'
import { relations } from '../../app/vocabulary.ts'
import { attempt, goToPassage, removeLink } from '../margin/passageActions.ts'
import { articleFacts, quoted, quoteOf, shorten, titleOf } from '../margin/passageWords.ts'
import { IconButton } from '../ui/Button.tsx'
import { Facts } from '../ui/Facts.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { useAnnotation, useArticle, useParts, useRecords } from '../workspace/context.ts'

export function LinkPanel({ linkId, onClose }: { readonly linkId: LinkId; readonly onClose: () => void }) {
  const parts = useParts()
  const link = useRecords((records) => records.link(linkId))
  const from = useRecords((records) => (link === null ? null : records.annotation(link.fromId)))
  const to = useRecords((records) => (link === null ? null : records.annotation(link.toId)))
  const place = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each chosen thread takes the keys
  useEffect(() => place.current?.focus({ preventScroll: true }), [linkId])
  if (link === null || from === null || to === null) return null
  const change = (relation: (typeof relations)[number]) =>
    void attempt(parts, () => parts.client.call('link.update', { id: link.id, relation }))
  return (
    <aside
      className="link-panel"
      ref={place}
      tabIndex={-1}
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
        parts.workspace.activeReader()?.focus()
      }}
    >
      <End annotation={from} />
      <div className="link-panel-middle">
        <select
          className="input"
          aria-label="Relation"
          value={link.relation}
          onChange={(event) => {
            const next = relations.find((relation) => relation === event.currentTarget.value)
            if (next !== undefined && next !== link.relation) change(next)
          }}
        >
          {relations.map((relation) => (
            <option key={relation} value={relation} disabled={!canLink(from, relation, to).allowed}>
              {relation}
            </option>
          ))}
        </select>
        <button type="button" className="quiet" onClick={() => void removeLink(parts, link).then(onClose)}>
          Remove link
        </button>
      </div>
      <End annotation={to} />
      <IconButton icon="close" label="Close" keys="Esc" onClick={onClose} />
    </aside>
  )
}

function End({ annotation }: { readonly annotation: Annotation }) {
  const parts = useParts()
  const current = useAnnotation(annotation.id) ?? annotation
  const article = useArticle(current.articleId)
  const title = titleOf(current, (id) => parts.records.actor(id)?.name ?? '')
  return (
    <button type="button" className="link-end" onClick={() => goToPassage(parts, current.id)}>
      <span className="card-line">
        <KindMark kind={current.kind} /> <span dir="auto">{title === '' ? current.kind : title}</span>
        <span className="card-source" dir="auto">
          {article !== null && <Facts facts={articleFacts(article)} />}
        </span>
      </span>
      <span className="card-quote" dir="auto">
        {quoted(shorten(quoteOf(current), 140))}
      </span>
    </button>
  )
}
