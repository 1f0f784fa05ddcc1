/** Corrects the same metadata of several articles in one step; only what is ticked is changed. */
import { type ReactNode, useId, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import { counted } from '../frame/counted.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { useStore } from '../ui/store.ts'
import { TagField } from '../ui/TagField.tsx'
import { useParts } from '../workspace/context.ts'
import { FieldForm } from './FieldForm.tsx'
import { FormFoot } from './FormFoot.tsx'
import { type MetadataDraft, type MetadataPatch, orNull } from './metadataPatch.ts'
import { useClose } from './useClose.ts'

type Draft = Pick<MetadataDraft, 'publisher' | 'published' | 'authors' | 'dateline' | 'language'>
type FieldName = keyof Draft

const empty: Draft = { publisher: '', published: null, authors: [], dateline: '', language: '' }

export function ManyMetadataDialog({ articleIds }: { readonly articleIds: readonly ArticleId[] }) {
  const { client, library, workspace } = useParts()
  const close = useClose()
  const formId = useId()
  const publishers = useStore(library, (state) => state.publishers)
  const [draft, setDraft] = useState(empty)
  const [ticked, setTicked] = useState<ReadonlySet<FieldName>>(new Set())
  const [error, setError] = useState<string | null>(null)
  const set = (field: FieldName, part: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...part }))
    setTicked((now) => new Set([...now, field]))
  }
  const tick = (field: FieldName, on: boolean) =>
    setTicked((now) => new Set([...now, field].filter((name) => on || name !== field)))

  const save = () => {
    if (ticked.size === 0) return
    client.call('article.updateMany', { ids: [...articleIds], patch: patchOf(draft, ticked) }).then(
      ({ updated }) => {
        close()
        workspace.notify('done', `Corrected the metadata of ${counted(updated, 'article')}.`)
      },
      (failure: unknown) => setError(toWireError(failure).message),
    )
  }
  const row = (field: FieldName, label: string, control: ReactNode) => (
    <div className="many-row">
      <label>
        <input
          type="checkbox"
          checked={ticked.has(field)}
          onChange={(event) => tick(field, event.currentTarget.checked)}
        />
        <span className="visually-hidden">Change {label}</span>
      </label>
      {/* Ticked with the first letter: what is typed is taken over only when the field is left. */}
      <div onInput={() => tick(field, true)}>{control}</div>
    </div>
  )
  return (
    <Dialog
      wide
      title={`Correct metadata of ${counted(articleIds.length, 'article')}`}
      description="What is ticked is set for all of them; a ticked field that is empty is cleared."
      onClose={close}
      foot={
        <FormFoot
          error={error}
          why={ticked.size === 0 ? 'Fill in or tick what is to be changed.' : null}
          formId={formId}
          word="Save"
        />
      }
    >
      <FieldForm id={formId} onSave={save}>
        {row(
          'publisher',
          'publisher',
          <Combobox
            label="Publisher"
            value={draft.publisher}
            options={publishers.flatMap(({ publisher }) => (publisher === null ? [] : [publisher]))}
            onCommit={(publisher) => set('publisher', { publisher })}
          />,
        )}
        {row(
          'published',
          'date of publication',
          <DateField
            label="Published"
            value={draft.published}
            onCommit={(published) => set('published', { published })}
          />,
        )}
        {row(
          'authors',
          'authors',
          <TagField
            label="Authors"
            values={draft.authors}
            options={[]}
            placeholder="A name, then Enter"
            onCommit={(authors) => set('authors', { authors })}
          />,
        )}
        {row(
          'dateline',
          'place of the dateline',
          <TextField
            label="Place of the dateline"
            value={draft.dateline}
            maxLength={256}
            onChange={(event) => set('dateline', { dateline: event.currentTarget.value })}
          />,
        )}
        {row(
          'language',
          'language',
          <TextField
            label="Language"
            placeholder="en, ur, zh-Hans"
            spellCheck={false}
            value={draft.language}
            maxLength={35}
            onChange={(event) => set('language', { language: event.currentTarget.value })}
          />,
        )}
      </FieldForm>
    </Dialog>
  )
}

function patchOf(draft: Draft, ticked: ReadonlySet<FieldName>): MetadataPatch {
  const whole = {
    publisher: orNull(draft.publisher),
    published: draft.published,
    authors: [...draft.authors],
    dateline: orNull(draft.dateline),
    language: orNull(draft.language),
  } satisfies MetadataPatch
  return Object.fromEntries([...ticked].map((field) => [field, whole[field]]))
}
