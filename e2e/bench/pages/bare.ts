/** The floor: paragraphs, and one CSS highlight a kind with a static range for each passage. */
import type { Passage } from '../text.ts'
import { type PlainText, startPage } from './plainPage.ts'
import './page.css'

let text: PlainText | null = null

const paint = ({ kind, start, end }: Passage) => {
  if (text) CSS.highlights.get(kind)?.add(text.range(start, end))
}

startPage((drawn, passages) => {
  text = drawn
  for (const kind of ['claim', 'denial', 'event']) CSS.highlights.set(kind, new Highlight())
  for (const passage of passages) paint(passage)
}, paint)
