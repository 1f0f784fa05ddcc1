import { expect, test } from 'vitest'
import { relations } from '../../app/vocabulary.ts'
import { goesDown } from './threadLook.ts'

test('the word of a relation goes along its thread where the gap between the texts has no room for it', () => {
  expect(relations.filter((relation) => goesDown(relation, 0))).toEqual([...relations])
  expect(relations.filter((relation) => goesDown(relation, 63))).toEqual([
    'contradicts',
    'same claim',
    'same event',
    'responds to',
  ])
  expect(relations.filter((relation) => goesDown(relation, 90))).toEqual([])
})
