/** Making a passage out of the selection, the same for keys, the bar at the selection and the link dialog. */
import type { Input } from '../../app/contract.ts'
import type { ArticleId, RevisionId } from '../../app/ids.ts'
import type { FieldsInput } from '../../app/inputForms.ts'
import type { Annotation, Range } from '../../app/model.ts'
import { type SpeakerSuggestion, suggestSpeaker } from '../../app/suggest/speaker.ts'
import type { Kind } from '../../app/vocabulary.ts'
import { findReaderContent, isOlder, olderRefusal } from '../read/readerContent.ts'
import { afterPaint } from '../ui/afterPaint.ts'
import type { Parts } from '../workspace/context.ts'
import { attempt, shortNameIn } from './passageActions.ts'

export const nothingSelected =
  'Select the words first: with the mouse, or with Shift and the arrow keys; S takes the whole sentence.'

/** Who seems to speak in the selected words of the article on screen; null where nobody is named. */
export function guessSpeaker(
  { workspace }: Parts,
  articleId: ArticleId,
  segments: readonly Range[],
): SpeakerSuggestion | null {
  const reader = workspace.readers.get(articleId)
  const content = reader === undefined ? null : findReaderContent(reader)
  const first = segments[0]
  const last = segments.at(-1)
  if (content === null || first === undefined || last === undefined) return null
  return suggestSpeaker(content.revision.text, { start: first.start, end: last.end })
}

/** The fields a new passage starts with. */
export function startingFields(
  parts: Parts,
  articleId: ArticleId,
  kind: Kind,
  segments: readonly Range[],
): FieldsInput {
  const guess = kind === 'event' ? null : guessSpeaker(parts, articleId, segments)
  if (guess === null) return {}
  const speaker = guess.name === null ? {} : { speaker: guess.name }
  return kind === 'claim' ? { ...speaker, attribution: guess.attribution } : speaker
}

/** Words of an article: where they lie in the text of a revision. */
export type ChosenWords = {
  readonly articleId: ArticleId
  readonly revisionId: RevisionId
  readonly segments: readonly Range[]
}

/** Tags and opens the card with the cursor in its first field. False when it was refused. */
export async function createPassage(
  parts: Parts,
  { articleId, revisionId, segments }: ChosenWords,
  kind: Kind,
  link?: Input<'annotation.create'>['link'],
): Promise<boolean> {
  const { client, workspace } = parts
  const fields = startingFields(parts, articleId, kind, segments)
  const reader = workspace.readers.get(articleId)
  const content = reader === undefined ? null : findReaderContent(reader)
  if (content !== null && isOlder(content)) {
    workspace.notify('refused', olderRefusal)
    return false
  }
  let made: Annotation | null = null
  const done = await attempt(parts, async () => {
    made = await client.call('annotation.create', {
      articleId,
      kind,
      revisionId,
      segments: segments.map(({ start, end }) => ({ start, end })),
      fields,
      ...(link ? { link } : {}),
    })
  })
  const annotation = made as Annotation | null // assigned inside the attempt, which the compiler does not follow
  if (!done || annotation === null) return false
  await painted()
  workspace.patch({ focusId: annotation.id, editingId: annotation.id })
  const words = `${shortNameIn(parts, annotation)} ${link ? 'tagged and linked' : 'tagged'}.`
  afterPaint(() => workspace.notify('done', words))
  return true
}

/** Resolves once the browser has painted what is there now: the mark is seen before its card is made. */
const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))

/** Tags what is selected in the active article, or says what to do first. */
export async function tagSelection(parts: Parts, kind: Kind): Promise<void> {
  const { workspace } = parts
  const articleId = workspace.activeArticle()
  const reader = workspace.activeReader()
  const selection = reader?.selection() ?? null
  const content = reader === null ? null : findReaderContent(reader)
  if (articleId === null || selection === null || content === null) {
    workspace.notify('refused', nothingSelected)
    return
  }
  const chosen = { articleId, revisionId: content.revision.id, segments: selection.ranges }
  await createPassage(parts, chosen, kind)
}
