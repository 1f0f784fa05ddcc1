import { describe, expect, test } from 'vitest'
import { claim, denial, link } from '../margin/testPassages.ts'
import { relationChoices } from './relationChoices.ts'

const said = claim('claim1', 'one', 'a safe haven')
const denied = denial('denial', 'two', 'no proof')
const possible = (choices: ReturnType<typeof relationChoices>) =>
  choices.filter(({ why }) => why === null).map(({ word, kind }) => [word, kind])

describe('the relations to choose from', () => {
  test('are worded from the first passage, the telling one first', () => {
    expect(possible(relationChoices(denied.id, ['denial'], said, []))).toEqual([
      ['denies', 'denial'],
      ['responds to', 'denial'],
      ['answered by', 'denial'],
    ])
    expect(possible(relationChoices(said.id, ['claim'], denied, []))[0]).toEqual(['denied by', 'claim'])
  })

  test('show those the rules forbid last, with the sentence that says why', () => {
    const choices = relationChoices(denied.id, ['denial'], said, [])
    expect(choices.slice(3).map(({ word, why }) => [word, why])).toEqual([
      ['denied by', '“denies” leads from a denial to a claim, not from a claim to a denial.'],
      ['contradicts', '“contradicts” leads from a claim to a claim, not from a denial to a claim.'],
      ['supports', '“supports” leads from a claim or an event to a claim, not from a denial to a claim.'],
      ['supported by', '“supports” leads from a claim or an event to a claim, not from a claim to a denial.'],
      ['same claim', '“same claim” leads from a claim to a claim, not from a denial to a claim.'],
      ['same event', '“same event” leads from an event to an event, not from a denial to a claim.'],
      ['follows', '“follows” leads from an event to an event, not from a denial to a claim.'],
      ['followed by', '“follows” leads from an event to an event, not from a claim to a denial.'],
    ])
  })

  test('refuse a link that is there already', () => {
    const there = link('000001', denied.id, 'denies', said.id)
    const choices = relationChoices(denied.id, ['denial'], said, [there])
    expect(choices.find(({ word }) => word === 'denies')?.why).toBe('The two are linked so already.')
  })

  test('say as what a selection would be tagged', () => {
    expect(possible(relationChoices(null, ['claim', 'denial', 'event'], said, [])).slice(0, 5)).toEqual([
      ['denies', 'denial'],
      ['contradicts', 'claim'],
      ['supports', 'claim'],
      ['supports', 'event'],
      ['supported by', 'claim'],
    ])
  })
})
