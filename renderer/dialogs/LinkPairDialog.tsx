/** Tags two related passages and links them: one choice says what both are and how they relate. */
import { useCallback, useMemo } from 'react'
import { attempt } from '../margin/passageActions.ts'
import { quoted, shorten } from '../margin/passageWords.ts'
import { createPassage, startingFields } from '../margin/tagging.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { Picker } from '../ui/Picker.tsx'
import { type Parts, useParts } from '../workspace/context.ts'
import type { Untagged } from '../workspace/workspace.ts'
import { type PairChoice, pairChoices } from './pairChoices.ts'
import './linkDialog.css'

type Props = { readonly here: Untagged; readonly there: Untagged }

export function LinkPairDialog({ here, there }: Props) {
  const parts = useParts()
  const choices = useMemo(pairChoices, [])
  const source = useCallback(
    (query: string) => choices.filter((choice) => choice.key.includes(query.toLowerCase())),
    [choices],
  )
  return (
    <Dialog
      wide
      title="Tag these two passages and link them"
      description="Neither is tagged yet. Choose what they are and how the left one relates to the right one."
      onClose={() => parts.workspace.patch({ dialog: null })}
    >
      <div className="link-relation">
        {[here, there].map((words) => (
          <div key={words.articleId} className="link-other" dir="auto">
            {quoted(shorten(words.text.replace(/\s+/g, ' '), 160))}
          </div>
        ))}
        <Picker<PairChoice>
          label="The left passage …"
          source={source}
          keyOf={(choice) => choice.key}
          render={({ hereKind, word, thereKind }) => (
            <div className="picker-row">
              <span className="main">
                <KindMark kind={hereKind} /> {hereKind} – {word} – <KindMark kind={thereKind} /> {thereKind}
              </span>
            </div>
          )}
          onPick={(choice) => void tagBoth(parts, here, there, choice)}
          empty={() => 'There is no such relation.'}
        />
      </div>
    </Dialog>
  )
}

/** Two steps of the history, since each passage may be kept without the other. */
async function tagBoth(
  parts: Parts,
  here: Untagged,
  there: Untagged,
  { relation, hereIs, hereKind, thereKind }: PairChoice,
): Promise<void> {
  parts.workspace.patch({ dialog: null })
  await attempt(parts, async () => {
    const segments = [there.range]
    const fields = startingFields(parts, there.articleId, thereKind, segments)
    const other = await parts.client.call('annotation.create', {
      articleId: there.articleId,
      revisionId: there.revisionId,
      kind: thereKind,
      segments,
      fields,
    })
    const { articleId, revisionId, range } = here
    await createPassage(parts, { articleId, revisionId, segments: [range] }, hereKind, {
      other: other.id,
      relation,
      newIs: hereIs,
    })
  })
}
