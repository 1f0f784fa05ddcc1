import { expect, test } from 'vitest'
import type { Annotation, Link } from '../../app/model.ts'
import type { Relation } from '../../app/vocabulary.ts'
import { annotationId, articleId, claim, denial, link as linked } from '../margin/testPassages.ts'
import { findMostLinked } from './mostLinked.ts'

const link = (tail: string, from: string, relation: Relation, to: string) =>
  linked(tail, annotationId(from), relation, annotationId(to))

const passages: Annotation[] = [
  claim('here', 'one', 'They did it.'),
  claim('alsoHere', 'one', 'They knew.'),
  denial('there', 'two', 'We did not.'),
  denial('yonder', 'three', 'Nobody did.'),
  denial('again', 'three', 'Nobody knew.'),
]

const recordsWith = (links: Link[]) => ({
  annotation: (id: string) => passages.find((passage) => passage.id === id) ?? null,
  annotationsOf: (id: string) => passages.filter((passage) => passage.articleId === id),
  linksOf: (id: string) => links.filter((made) => made.fromId === id || made.toId === id),
})

test('the article with most links to the open one is set beside it', () => {
  const links = [
    link('a', 'there', 'denies', 'here'),
    link('b', 'yonder', 'denies', 'here'),
    link('c', 'again', 'denies', 'alsoHere'),
  ]
  expect(findMostLinked(recordsWith(links), articleId('one'))).toBe(articleId('three'))
})

test('links within the article bring no other', () => {
  const links = [link('a', 'here', 'supports', 'alsoHere')]
  expect(findMostLinked(recordsWith(links), articleId('one'))).toBeNull()
})
