/**
 * The open card: every field of the passage's kind. A field is saved when it is
 * left or Enter is pressed, by itself and only when it changed. Escape saves and
 * goes back to the text, with the caret where it was; a date that cannot be read
 * keeps the card open, since it would be lost.
 */
import { useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Annotation } from '../../app/model.ts'
import {
  attributions,
  certainties,
  credibilities,
  credibilityLabels,
  kinds,
  reliabilities,
  reliabilityLabels,
  stances,
} from '../../app/vocabulary.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { ChoiceField as Choice } from '../ui/Field.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { TagField } from '../ui/TagField.tsx'
import { useParts, useRecords } from '../workspace/context.ts'
import { actorNames, nameMeant } from './actorNames.ts'
import { type FieldValues, fieldPatch, fieldValues } from './fieldPatch.ts'
import { LineField, NoteField } from './LineField.tsx'
import { attempt } from './passageActions.ts'
import { kindLabels } from './passageWords.ts'
import { SegmentList } from './SegmentList.tsx'

/** Says that a date was typed which cannot be kept. */
type LostDate = (text: string) => void
type Save = <F extends keyof FieldValues>(field: F, value: FieldValues[F]) => Promise<unknown> | null

const plain = <T extends string>(words: readonly T[]) => words.map((word) => ({ value: word, label: word }))
const spelled = <T extends string>(grades: readonly T[], labels: Readonly<Record<T, string>>) =>
  grades.map((grade) => ({ value: grade, label: `${grade} – ${labels[grade]}` }))

export function CardEditor({ annotation: shown }: { readonly annotation: Annotation }) {
  const parts = useParts()
  const { client, records, workspace } = parts
  // All else of the window hears of a commit a frame later; a field would show its former words till then.
  const annotation = useSyncExternalStore(records.subscribe, () => records.annotation(shown.id)) ?? shown
  const actors = useRecords((store) => store.actors())
  const names = useMemo(() => actorNames(actors), [actors])
  const nameOf = (id: Parameters<typeof records.actor>[0]) => records.actor(id)?.name ?? ''
  const values = fieldValues(annotation, nameOf)
  const form = useRef<HTMLDivElement>(null)
  const [labels] = useState(() => knownLabels(records.annotations().values()))

  // A new card is one whose cursor is in its first field, with the proposed words selected.
  useLayoutEffect(() => {
    const first = form.current?.querySelector<HTMLInputElement>('.card-first input')
    first?.focus({ preventScroll: true })
    first?.select()
  }, [])

  const save: Save = (field, value) => {
    const patch = fieldPatch(annotation, nameOf, field, value)
    return patch === null ? null : attempt(parts, () => client.call('annotation.update', patch))
  }
  const meant = (name: string) => nameMeant(actors, name)
  const lost: LostDate = (text) =>
    workspace.notify(
      'refused',
      `“${text}” was not saved: it is no date that can be read, such as 2011-05-02.`,
    )
  const back = () => {
    // What was typed last is saved by leaving its field.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]') ?? null
    if (wrong !== null) {
      wrong.focus()
      return
    }
    workspace.patch({ editingId: null })
    workspace.readers.get(annotation.articleId)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard here for all fields of the card
    <div
      className="card-form"
      ref={form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        back()
      }}
    >
      <KindFields
        annotation={annotation}
        values={values}
        names={names}
        meant={meant}
        save={save}
        lost={lost}
      />
      <NoteField label="Note" value={values.note} onCommit={(note) => save('note', note)} />
      <TagField
        label="Labels"
        values={values.labels}
        options={labels}
        onCommit={(labels) => save('labels', [...labels])}
      />
      <HalfChoice
        label="Source reliability"
        value={values.reliability}
        options={spelled(reliabilities, reliabilityLabels)}
        none="not graded"
        onChange={(grade) => save('reliability', grade)}
      />
      <HalfChoice
        label="Information credibility"
        value={values.credibility}
        options={spelled(credibilities, credibilityLabels)}
        none="not graded"
        onChange={(grade) => save('credibility', grade)}
      />
      <SegmentList annotation={annotation} />
      <KindChoice annotation={annotation} save={save} />
      <div className="card-actions">
        <button
          type="button"
          className="quiet"
          // A field that is left may change its height as it is saved, and the button would go from under the pointer.
          onMouseDown={(event) => event.preventDefault()}
          onClick={back}
        >
          Done <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  )
}

/** Two choices share a line. */
function HalfChoice<T extends string>(props: React.ComponentProps<typeof Choice<T>>) {
  return (
    <div className="half">
      <Choice {...props} />
    </div>
  )
}

type KindProps = {
  readonly annotation: Annotation
  readonly values: FieldValues
  readonly names: readonly string[]
  meant(name: string): string
  readonly save: Save
  readonly lost: LostDate
}

function KindFields({ annotation, values, names, meant, save, lost }: KindProps) {
  const said = (
    <DateField label="Date said" value={values.said} onCommit={(date) => save('said', date)} onLost={lost} />
  )
  const speaker = (
    <div className="card-first">
      <Combobox
        label="Speaker"
        value={values.speaker ?? ''}
        options={names}
        placeholder="who says it"
        onCommit={(name) => save('speaker', meant(name))}
      />
    </div>
  )
  switch (annotation.kind) {
    case 'claim':
      return (
        <>
          {speaker}
          <LineField label="About" value={values.about} onCommit={(text) => save('about', text)} />
          <HalfChoice
            label="Attribution"
            value={values.attribution}
            options={plain(attributions)}
            onChange={(word) => save('attribution', word)}
          />
          <HalfChoice
            label="Certainty"
            value={values.certainty}
            options={plain(certainties)}
            onChange={(word) => save('certainty', word)}
          />
          {said}
        </>
      )
    case 'denial':
      return (
        <>
          {speaker}
          <HalfChoice
            label="Stance"
            value={values.stance}
            options={plain(stances)}
            onChange={(word) => save('stance', word)}
          />
          {said}
        </>
      )
    case 'event':
      return (
        <>
          <div className="card-first">
            <LineField label="Title" value={values.title} onCommit={(text) => save('title', text)} />
          </div>
          <DateField label="When" value={values.when} onCommit={(date) => save('when', date)} onLost={lost} />
          <LineField label="Where" value={values.where} onCommit={(text) => save('where', text)} />
          <TagField
            label="Participants"
            values={values.participants}
            options={names}
            onCommit={(list) => save('participants', list.map(meant))}
          />
        </>
      )
  }
}

function KindChoice({ annotation, save }: { readonly annotation: Annotation; readonly save: Save }) {
  return (
    <fieldset className="card-kinds">
      <legend>Kind</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name={`kind of ${annotation.id}`}
            checked={annotation.kind === kind}
            onChange={() => save('kind', kind)}
          />
          <KindMark kind={kind} /> {kindLabels[kind]}
        </label>
      ))}
    </fieldset>
  )
}

/** Labels used in the case, for completing; looked up once as the card opens. */
function knownLabels(annotations: Iterable<Annotation>): string[] {
  const labels = new Set<string>()
  for (const annotation of annotations) for (const label of annotation.labels) labels.add(label)
  return [...labels].sort((a, b) => a.localeCompare(b))
}
