import { expect, test } from 'vitest'
import { planTo } from './historyPlan.ts'

const steps = [
  { seq: 9, undone: true },
  { seq: 7, undone: true },
  { seq: 4, undone: false },
  { seq: 2, undone: false },
]

test('a step below the present is reached by undoing, one above by redoing', () => {
  expect(planTo(steps, 2)).toEqual({ method: 'history.undo', times: 1 })
  expect(planTo(steps, 9)).toEqual({ method: 'history.redo', times: 2 })
  expect(planTo(steps, 4).times).toBe(0)
})

test('the start lies before all steps, and from there everything is redone', () => {
  expect(planTo(steps, null)).toEqual({ method: 'history.undo', times: 2 })
  const undone = steps.map((step) => ({ ...step, undone: true }))
  expect(planTo(undone, null).times).toBe(0)
  expect(planTo(undone, 9)).toEqual({ method: 'history.redo', times: 4 })
})
