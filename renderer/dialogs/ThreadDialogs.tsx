/** Naming a thread, and setting some of its passages apart. */
import { type FormEvent, useId, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { AnnotationId } from '../../app/ids.ts'
import { gistOf } from '../../app/ledger/caseView.ts'
import { type ThreadRow, whoOf } from '../../app/ledger/rows.ts'
import { keepChosen } from '../ledger/threadActions.ts'
import { shorten } from '../margin/passageWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { caseBookOf } from '../views/caseBook.ts'
import { useParts } from '../workspace/context.ts'
import { FormFoot } from './FormFoot.tsx'
import { useClose } from './useClose.ts'

/** The row a dialog is about, as it was when the dialog was opened. */
function useRow(threadKey: string): ThreadRow | null {
  const { records } = useParts()
  const [row] = useState(() => caseBookOf(records).rowOf(threadKey))
  return row
}

export function ThreadTitleDialog({ threadKey }: { readonly threadKey: string }) {
  const row = useRow(threadKey)
  return row === null ? null : <TitleForm row={row} />
}

function TitleForm({ row }: { readonly row: ThreadRow }) {
  const parts = useParts()
  const { client } = parts
  const close = useClose()
  const formId = useId()
  const named = row.thread.records.find((record) => record.title !== '')
  const [title, setTitle] = useState(named?.title ?? row.title)
  const [error, setError] = useState<string | null>(null)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const record = named ?? row.thread.records[0]
    const done =
      record === undefined
        ? client.call('thread.create', { title, memberIds: [row.leadId] })
        : client.call('thread.update', { id: record.id, title })
    done.then(
      () => {
        keepChosen(parts, row.leadId)
        close()
      },
      (failure: unknown) => setError(toWireError(failure).message),
    )
  }
  return (
    <Dialog
      title="Name the thread"
      description="The name stays with the thread when links are made and cut. Without one, the leading statement names it."
      onClose={close}
      foot={<FormFoot error={error} formId={formId} word="Save" />}
    >
      <form id={formId} onSubmit={save}>
        <TextField
          data-autofocus
          label="Title"
          dir="auto"
          maxLength={512}
          value={title}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  )
}

export function SplitThreadDialog({ threadKey }: { readonly threadKey: string }) {
  const row = useRow(threadKey)
  return row === null ? null : <SplitForm row={row} />
}

function SplitForm({ row }: { readonly row: ThreadRow }) {
  const parts = useParts()
  const { view } = caseBookOf(parts.records)
  const close = useClose()
  const formId = useId()
  const { members } = row.thread
  const [apart, setApart] = useState<ReadonlySet<AnnotationId>>(new Set())
  const [title, setTitle] = useState('')
  const [error, setError] = useState<string | null>(null)
  const why =
    members.length < 2
      ? 'A thread of one passage cannot be split.'
      : apart.size === 0
        ? 'Tick the passages that become a thread of their own.'
        : apart.size === members.length
          ? 'Leave at least one passage where it is.'
          : null
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (why !== null) return
    parts.client
      .call('thread.create', {
        title,
        memberIds: [...apart],
        apart: true,
        rest: members.map((member) => member.id).filter((id) => !apart.has(id)),
      })
      .then(
        () => {
          close()
          parts.workspace.notify('done', 'Split the thread. The links between the two are kept.')
        },
        (failure: unknown) => setError(toWireError(failure).message),
      )
  }
  const turn = (id: AnnotationId, on: boolean) =>
    setApart((now) => {
      const next = new Set(now)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  return (
    <Dialog
      wide
      title="Split the thread"
      description="Ticked passages become a thread of their own. Links to the others are kept, but no longer join the two."
      onClose={close}
      foot={<FormFoot error={error} why={why} formId={formId} word="Split" />}
    >
      <form id={formId} className="stack" onSubmit={save}>
        <fieldset className="ticks">
          <legend>Passages</legend>
          {members.map((member, index) => (
            <label key={member.id}>
              <input
                type="checkbox"
                data-autofocus={index === 0 ? true : undefined}
                checked={apart.has(member.id)}
                onChange={(event) => turn(member.id, event.currentTarget.checked)}
              />
              <KindMark kind={member.kind} />
              <span dir="auto">
                {shorten(gistOf(member), 110)} <small>{whoOf(view, member)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <TextField
          label="Title of the new thread (may stay empty)"
          dir="auto"
          maxLength={512}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  )
}
