/** One thread in full: what each voice in it says, and each leads to its passage. */
import { useState } from 'react'
import { gistOf } from '../../app/ledger/caseView.ts'
import type { ThreadRow } from '../../app/ledger/rows.ts'
import type { Annotation } from '../../app/model.ts'
import { compareRow } from '../compare/columnSet.ts'
import { counted } from '../frame/counted.ts'
import { quoted, relationFrom, shorten } from '../margin/passageWords.ts'
import { Button } from '../ui/Button.tsx'
import { useParts, useWorkspace } from '../workspace/context.ts'
import { MemberButton } from './MemberButton.tsx'
import { followLinks, mergeThread, reportOn, showInGraph, showOnTimeline } from './threadActions.ts'

/** So many are shown until more are asked for. */
const firstShown = 60

export function ThreadPane({ row }: { readonly row: ThreadRow }) {
  const parts = useParts()
  const { workspace } = parts
  const printing = useWorkspace((state) => state.printing)
  const [allOf, setAllOf] = useState<string | null>(null)
  const { members, otherTitles, records } = row.thread
  const shown = allOf === row.key ? members : members.slice(0, firstShown)
  const byHand = records.some((record) => record.apart || record.memberIds.length > 1)
  if (printing) return null
  return (
    <aside className="view-pane" aria-label="The chosen thread">
      <div className="pane-head">
        <h3 dir="auto">{row.title}</h3>
        {otherTitles.length === 0 ? null : (
          <p className="pane-also" dir="auto">
            Also called {otherTitles.map((title) => `“${title}”`).join(', ')}
          </p>
        )}
        <p className="pane-facts">
          {counted(members.length, 'passage')} · {counted(row.articleIds.size, 'article')} ·{' '}
          {counted(row.sources, 'independent source')}
        </p>
        <div className="pane-actions">
          <Button onClick={() => workspace.patch({ dialog: { dialog: 'threadTitle', threadKey: row.key } })}>
            Name … <kbd>F2</kbd>
          </Button>
          <Button onClick={() => mergeThread(parts, row)}>
            Merge … <kbd>M</kbd>
          </Button>
          <Button
            unavailable={members.length < 2 ? 'A thread of one passage cannot be split.' : null}
            onClick={() => workspace.patch({ dialog: { dialog: 'splitThread', threadKey: row.key } })}
          >
            Split … <kbd>S</kbd>
          </Button>
          {byHand ? (
            <Button onClick={() => void followLinks(parts, row)}>Follow the links again</Button>
          ) : null}
          <Button
            unavailable={row.articleIds.size < 2 ? 'All passages of this thread stand in one article.' : null}
            onClick={() => compareRow(parts, row)}
          >
            Compare <kbd>Shift G</kbd>
          </Button>
          <Button onClick={() => showInGraph(parts, row)}>
            Graph <kbd>G</kbd>
          </Button>
          <Button onClick={() => showOnTimeline(parts, row)}>
            Timeline <kbd>T</kbd>
          </Button>
          <Button onClick={() => reportOn(parts, row)}>
            Report <kbd>Shift R</kbd>
          </Button>
        </div>
      </div>
      <ol className="pane-list">
        {shown.map((member) => (
          <li key={member.id}>
            <MemberButton
              annotation={member}
              role={member.id === row.leadId ? 'leading statement' : roleOf(member, row)}
              who
            />
          </li>
        ))}
      </ol>
      {shown.length < members.length ? (
        <Button onClick={() => setAllOf(row.key)}>Show all {members.length.toLocaleString('en')}</Button>
      ) : null}
    </aside>
  )
}

/** What the passage does in the thread: its first link as it reads from it. */
function roleOf(annotation: Annotation, row: ThreadRow): string {
  const link =
    row.thread.links.find(
      ({ fromId, toId }) =>
        (fromId === annotation.id && toId === row.leadId) ||
        (toId === annotation.id && fromId === row.leadId),
    ) ??
    row.thread.links.find(({ fromId }) => fromId === annotation.id) ??
    row.thread.links.find(({ toId }) => toId === annotation.id)
  if (link === undefined) return 'held here by hand'
  const otherId = link.fromId === annotation.id ? link.toId : link.fromId
  const other = row.thread.members.find((member) => member.id === otherId)
  const word = relationFrom(link, annotation.id)
  return otherId === row.leadId || other === undefined
    ? word
    : `${word} ${quoted(shorten(gistOf(other), 40))}`
}
