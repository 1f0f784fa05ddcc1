/** Corrects what is known of an article; saved in one step, so that one undo takes it back. */
import { useId, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { ArticleId } from '../../app/ids.ts'
import type { Article, Credit } from '../../app/model.ts'
import { correctionStatuses, creditRoles } from '../../app/vocabulary.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { useStore } from '../ui/store.ts'
import { TagField } from '../ui/TagField.tsx'
import { useArticle, useParts } from '../workspace/context.ts'
import { FieldForm } from './FieldForm.tsx'
import { FormFoot } from './FormFoot.tsx'
import { draftOf, type MetadataDraft, patchOf } from './metadataPatch.ts'
import { useClose } from './useClose.ts'

export function MetadataDialog({ articleId }: { readonly articleId: ArticleId }) {
  const article = useArticle(articleId)
  return article === null ? null : <MetadataForm key={articleId} article={article} />
}

function MetadataForm({ article }: { readonly article: Article }) {
  const { client, library, workspace } = useParts()
  const close = useClose()
  const formId = useId()
  const publishers = useStore(library, (state) => state.publishers)
  const [draft, setDraft] = useState<MetadataDraft>(() => draftOf(article))
  const [error, setError] = useState<string | null>(null)
  const set = (part: Partial<MetadataDraft>) => setDraft((now) => ({ ...now, ...part }))
  const noHeadline = draft.headline.trim() === '' ? 'An article needs a headline.' : null

  const save = () => {
    const patch = patchOf(article, draft)
    if (patch === null) {
      close()
      return
    }
    client.call('article.update', { id: article.id, patch }).then(
      () => {
        close()
        workspace.notify('done', 'Corrected the metadata.')
      },
      (failure: unknown) => setError(toWireError(failure).message),
    )
  }
  return (
    <Dialog
      wide
      title="Correct metadata"
      onClose={close}
      foot={<FormFoot error={error} why={noHeadline} formId={formId} word="Save" />}
    >
      <FieldForm id={formId} onSave={save}>
        <TextField
          data-autofocus
          label="Headline"
          dir="auto"
          value={draft.headline}
          maxLength={1024}
          error={noHeadline}
          hint={
            article.headlineProposed ? 'Proposed from the first sentence; saving confirms it.' : undefined
          }
          onChange={(event) => set({ headline: event.currentTarget.value })}
        />
        <div className="field-row">
          <Combobox
            label="Publisher"
            value={draft.publisher}
            options={publishers.flatMap((row) => (row.publisher === null ? [] : [row.publisher]))}
            onCommit={(publisher) => set({ publisher })}
          />
          <DateField label="Published" value={draft.published} onCommit={(published) => set({ published })} />
        </div>
        <div className="field-row">
          <TextField
            label="Place of the dateline"
            value={draft.dateline}
            maxLength={256}
            onChange={(event) => set({ dateline: event.currentTarget.value })}
          />
          <TextField
            label="Date of the dateline, as printed"
            value={draft.datelineDate}
            maxLength={64}
            onChange={(event) => set({ datelineDate: event.currentTarget.value })}
          />
        </div>
        <TagField
          label="Authors"
          values={draft.authors}
          options={[]}
          placeholder="A name, then Enter"
          onCommit={(authors) => set({ authors })}
        />
        <Credits credits={draft.credits} onChange={(credits) => set({ credits })} />
        <div className="field-row">
          <TextField
            label="Address (URL)"
            type="text"
            inputMode="url"
            spellCheck={false}
            value={draft.url}
            maxLength={4096}
            onChange={(event) => set({ url: event.currentTarget.value })}
          />
          <TextField
            label="Language"
            placeholder="en, ur, zh-Hans"
            spellCheck={false}
            value={draft.language}
            maxLength={35}
            hint={languageName(draft.language)}
            onChange={(event) => set({ language: event.currentTarget.value })}
          />
        </div>
        <ChoiceField
          label="Correction"
          value={draft.correctionStatus}
          options={correctionStatuses.map((status) => ({ value: status, label: status }))}
          none="not corrected"
          onChange={(correctionStatus) => set({ correctionStatus })}
        />
        {draft.correctionStatus === null ? null : (
          <TextField
            label="Correction notice"
            rows={2}
            dir="auto"
            value={draft.correctionNotice}
            maxLength={4096}
            onChange={(event) => set({ correctionNotice: event.currentTarget.value })}
          />
        )}
      </FieldForm>
    </Dialog>
  )
}

function Credits({
  credits,
  onChange,
}: {
  readonly credits: readonly Credit[]
  readonly onChange: (credits: readonly Credit[]) => void
}) {
  return (
    <fieldset className="credits">
      <legend className="field-label">Credits</legend>
      {credits.map((credit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a credit has no identity but its place in the list
        <div key={index} className="credit-row">
          <TextField
            label="Name"
            dir="auto"
            value={credit.name}
            maxLength={256}
            onChange={(event) =>
              onChange(credits.with(index, { ...credit, name: event.currentTarget.value }))
            }
          />
          <ChoiceField
            label="Part"
            value={credit.role}
            options={creditRoles.map((role) => ({ value: role, label: role }))}
            onChange={(role) => onChange(credits.with(index, { ...credit, role: role ?? 'other' }))}
          />
          <IconButton
            icon="close"
            label={`Take out the credit of ${credit.name || 'nobody'}`}
            onClick={() => onChange(credits.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button onClick={() => onChange([...credits, { role: 'reporting', name: '' }])}>Add a credit</Button>
    </fieldset>
  )
}

/** The English name of a BCP 47 tag; undefined where it has none. */
function languageName(tag: string): string | undefined {
  if (tag.trim() === '') return undefined
  try {
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag.trim())
    return name ?? 'no language that is known by name'
  } catch {
    // The one way in which Intl says that a text is no language tag.
    return 'not a language tag'
  }
}
