import { expect, test } from 'vitest'
import { makeImportWindow } from './importWindow.ts'

/** Asks for each size in turn; tells which have been let in so far. */
async function askAll(sizes: readonly number[], mostFiles: number, mostBytes: number) {
  const window = makeImportWindow(() => mostFiles, mostBytes)
  const entered: number[] = []
  for (const size of sizes) void window.enter(size).then(() => entered.push(size))
  await Promise.resolve()
  return { window, entered }
}

test('many small files are under way at once, but no more than the window holds', async () => {
  const { window, entered } = await askAll([1, 2, 3, 4], 3, 100)
  expect(entered).toEqual([1, 2, 3])
  window.leave(1)
  await Promise.resolve()
  expect(entered).toEqual([1, 2, 3, 4])
})

test('a file larger than the window goes alone, and what comes after it waits its turn', async () => {
  const { window, entered } = await askAll([5, 200, 1], 3, 100)
  expect(entered).toEqual([5])
  window.leave(5)
  await Promise.resolve()
  expect(entered).toEqual([5, 200])
  window.leave(200)
  await Promise.resolve()
  expect(entered).toEqual([5, 200, 1])
})

test('a window that is made narrower lets in no more until enough are done', async () => {
  let most = 3
  const window = makeImportWindow(() => most, 100)
  const entered: number[] = []
  for (const size of [1, 2, 3, 4, 5]) void window.enter(size).then(() => entered.push(size))
  most = 2
  window.leave(1)
  await Promise.resolve()
  expect(entered).toEqual([1, 2, 3])
  window.leave(2)
  await Promise.resolve()
  expect(entered).toEqual([1, 2, 3, 4])
  most = 3
  window.leave(3)
  await Promise.resolve()
  expect(entered).toEqual([1, 2, 3, 4, 5])
})

test('files of some size are few at a time, so that the host is not held up by what comes in one go', async () => {
  const size = 500 * 1024
  const { entered } = await askAll(
    Array.from({ length: 9 }, (_, at) => size + at),
    96,
    24 * 1024 * 1024,
  )
  expect(entered).toHaveLength(4)
})

test('the first of many files are fewer than those that follow them', async () => {
  const size = 50 * 1024
  const { window, entered } = await askAll(Array<number>(200).fill(size), 96, 24 * 1024 * 1024)
  const underWay = [entered.length]
  for (let left = 0; left < 60; left += 1) {
    window.leave(size)
    await Promise.resolve()
    underWay.push(entered.length - left - 1)
  }
  expect([underWay[0], underWay[10], underWay[30], underWay[60]]).toEqual([5, 15, 20, 20])
})
