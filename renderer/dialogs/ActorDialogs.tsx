/** Describing an actor, and making two of one. */
import { type FormEvent, useId, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { ActorId, AnnotationId } from '../../app/ids.ts'
import { actorsIn, gistOf } from '../../app/ledger/caseView.ts'
import type { Actor, Annotation } from '../../app/model.ts'
import { actorTypes } from '../../app/vocabulary.ts'
import { patchLedger } from '../ledger/ledgerState.ts'
import { articleLine, shorten } from '../margin/passageWords.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { TagField } from '../ui/TagField.tsx'
import { useActor, useParts } from '../workspace/context.ts'
import { FormFoot } from './FormFoot.tsx'
import { useClose } from './useClose.ts'

export function EditActorDialog({ actorId }: { readonly actorId: ActorId }) {
  const actor = useActor(actorId)
  return actor === null ? null : <EditForm key={actorId} actor={actor} />
}

function EditForm({ actor }: { readonly actor: Actor }) {
  const { client } = useParts()
  const close = useClose()
  const formId = useId()
  const [draft, setDraft] = useState({ ...actor })
  const [error, setError] = useState<string | null>(null)
  const set = (part: Partial<Actor>) => setDraft((now) => ({ ...now, ...part }))
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { name, type, aliases, note } = draft
    client
      .call('actor.update', { id: actor.id, patch: { name, type, aliases, note } })
      .then(close, (failure: unknown) => setError(toWireError(failure).message))
  }
  return (
    <Dialog
      title="Edit actor"
      onClose={close}
      foot={
        <FormFoot
          error={error}
          why={draft.name.trim() === '' ? 'An actor needs a name.' : null}
          formId={formId}
          word="Save"
        />
      }
    >
      <form id={formId} className="stack" onSubmit={save}>
        <TextField
          data-autofocus
          label="Name"
          dir="auto"
          maxLength={256}
          value={draft.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <ChoiceField
          label="Type"
          value={draft.type}
          options={actorTypes.map((type) => ({ value: type, label: type }))}
          onChange={(type) => set({ type })}
        />
        <TagField
          label="Also called"
          values={draft.aliases}
          options={[]}
          placeholder="An alias, then Enter"
          onCommit={(aliases) => set({ aliases: [...aliases] })}
        />
        <TextField
          label="Note"
          rows={3}
          dir="auto"
          maxLength={20_000}
          value={draft.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </form>
    </Dialog>
  )
}

export function SplitActorDialog({ actorId }: { readonly actorId: ActorId }) {
  const actor = useActor(actorId)
  return actor === null ? null : <SplitForm key={actorId} actor={actor} />
}

function SplitForm({ actor }: { readonly actor: Actor }) {
  const { client, records, workspace } = useParts()
  const close = useClose()
  const formId = useId()
  const [passages] = useState(() =>
    [...records.annotations().values()].filter((annotation) => actorsIn(annotation).includes(actor.id)),
  )
  const [taken, setTaken] = useState<ReadonlySet<AnnotationId>>(new Set())
  const [name, setName] = useState('')
  const [error, setError] = useState<string | null>(null)
  const why =
    name.trim() === ''
      ? 'The new actor needs a name.'
      : taken.size === 0
        ? 'Tick the passages in which the new actor speaks or acts.'
        : null
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (why !== null) return
    client.call('actor.split', { id: actor.id, name, annotationIds: [...taken] }).then(
      (made) => {
        patchLedger({ actorId: made.id })
        close()
        workspace.notify('done', `${made.name} is an actor of its own now.`)
      },
      (failure: unknown) => setError(toWireError(failure).message),
    )
  }
  // Often they are about the same, and only where they stand tells one from the other.
  const sourceOf = ({ articleId }: Annotation) => {
    const article = records.article(articleId)
    return article === null ? '' : articleLine(article)
  }
  const turn = (id: AnnotationId, on: boolean) =>
    setTaken((now) => {
      const next = new Set(now)
      if (on) next.add(id)
      else next.delete(id)
      return next
    })
  return (
    <Dialog
      wide
      title={`Split ${actor.name}`}
      description="Two that were taken for one: the new actor takes the passages you tick."
      onClose={close}
      foot={<FormFoot error={error} why={why} formId={formId} word="Split" />}
    >
      <form id={formId} className="stack" onSubmit={save}>
        <TextField
          data-autofocus
          label="Name of the new actor"
          dir="auto"
          maxLength={256}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <fieldset className="ticks">
          <legend>Passages of the new actor</legend>
          {passages.map((passage) => (
            <label key={passage.id}>
              <input
                type="checkbox"
                checked={taken.has(passage.id)}
                onChange={(event) => turn(passage.id, event.currentTarget.checked)}
              />
              <KindMark kind={passage.kind} />
              <span dir="auto">
                {shorten(gistOf(passage), 110)} <small>{sourceOf(passage)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      </form>
    </Dialog>
  )
}
