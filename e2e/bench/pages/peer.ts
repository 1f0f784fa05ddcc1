/** The peer: the same paragraphs with @recogito/text-annotator, as it comes: with its renderer of span elements. */
import { createTextAnnotator, type TextAnnotation, type TextAnnotator } from '@recogito/text-annotator'
import type { Passage } from '../text.ts'
import { type PlainText, startPage } from './plainPage.ts'
import './page.css'

let text: PlainText | null = null
let annotator: TextAnnotator<TextAnnotation, TextAnnotation> | null = null

function annotationOf({ id, start, end }: Passage, drawn: PlainText): TextAnnotation {
  const { startContainer, startOffset, endContainer, endOffset } = drawn.range(start, end)
  const range = document.createRange()
  range.setStart(startContainer, startOffset)
  range.setEnd(endContainer, endOffset)
  const quote = drawn.text.slice(start, end)
  return { id, bodies: [], target: { annotation: id, selector: [{ quote, start, end, range }] } }
}

startPage(
  (drawn, passages) => {
    annotator?.destroy()
    text = drawn
    annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(drawn.element)
    annotator.setAnnotations(passages.map((passage) => annotationOf(passage, drawn)))
  },
  (passage) => {
    if (text) annotator?.addAnnotation(annotationOf(passage, text))
  },
)
