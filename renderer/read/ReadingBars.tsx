/** Lines over the text that say what is being read, or done with it, other than reading the current text. */
import { useEffect } from 'react'
import type { ArticleContent } from '../../app/results.ts'
import { reporting } from '../commands/commands.ts'
import { finishRemark, leaveRemark } from '../commands/reviewCommands.ts'
import { openRevisionPair } from '../commands/revisionSteps.ts'
import { quoteOf, shorten } from '../margin/passageWords.ts'
import type { Reader } from '../reader/reader.ts'
import { Button } from '../ui/Button.tsx'
import { useAnnotation, useParts, useWorkspace } from '../workspace/context.ts'
import type { Remark } from '../workspace/workspace.ts'
import { isOlder } from './readerContent.ts'

/** Says that an older revision is read, and leads back. */
export function OlderBar({ content }: { readonly content: ArticleContent }) {
  const parts = useParts()
  const { workspace } = parts
  if (!isOlder(content)) return null
  const { article, revision } = content
  const back = () => workspace.patch({ older: null, focusId: null, editingId: null })
  return (
    <div className="reading-bar" role="status">
      <span className="grow">
        This is an older revision, from <bdi>{content.source.name}</bdi>. It is for reading only.
      </span>
      <Button onClick={() => workspace.patch({ dialog: { dialog: 'revisions', articleId: article.id } })}>
        Revisions …
      </Button>
      <Button onClick={() => openRevisionPair(parts, article.id, revision.id, article.revisionId)}>
        Compare with the current text
      </Button>
      <Button look="primary" onClick={back}>
        Back to the current text
      </Button>
    </div>
  )
}

/** While words are chosen for a passage of the review queue. */
export function RemarkBar({
  reader,
  content,
}: {
  readonly reader: Reader
  readonly content: ArticleContent
}) {
  const remark = useWorkspace((state) => state.remark)
  return remark === null ? null : <Remarking remark={remark} reader={reader} content={content} />
}

function Remarking({
  remark: { id, place },
  reader,
  content,
}: {
  readonly remark: Remark
  readonly reader: Reader
  readonly content: ArticleContent
}) {
  const parts = useParts()
  const annotation = useAnnotation(id)
  const here = annotation?.articleId === content.article.id
  useEffect(() => {
    if (!here) return
    if (place !== null) {
      reader.select(place)
      reader.reveal(place, 'center')
    }
    reader.focus()
  }, [reader, place, here])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (parts.workspace.get().dialog !== null || event.ctrlKey || event.metaKey || event.altKey) return
      const inText = event.target instanceof Element && event.target.closest('[data-reader]') !== null
      // A field, such as that of find, has its own use for both keys.
      if (event.key === 'Escape' && (inText || event.target === document.body)) leaveRemark(parts)
      else if (event.key === 'Enter' && inText) void reporting(parts, () => finishRemark(parts, id))
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the reader, for which Enter means to edit a passage.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [parts, id])
  if (annotation === null || !here) return null
  return (
    <div className="reading-bar" role="status">
      <span className="grow" dir="auto">
        Select the words for “{shorten(quoteOf(annotation), 120)}”
      </span>
      <Button onClick={() => leaveRemark(parts)}>
        Back <kbd>Esc</kbd>
      </Button>
      <Button look="primary" onClick={() => void reporting(parts, () => finishRemark(parts, id))}>
        Mark <kbd>Enter</kbd>
      </Button>
    </div>
  )
}
