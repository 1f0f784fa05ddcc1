import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { asReadDb } from '../../db/connection.ts'
import { makeImportDesk, type SliceWriter } from './importDesk.ts'

/** A file of so many articles, none of which changes the case. */
function fileOf(articles: number, onBegin: () => void, onArticle: () => void): SliceWriter<'done'> {
  let written = 0
  return {
    begin: onBegin,
    next() {
      written += 1
      onArticle()
      return written < articles ? { committed: null } : { committed: null, result: 'done' }
    },
    written: () => {},
    passOver(error) {
      throw error
    },
  }
}

describe('the desk of imports', () => {
  /** How many articles went into each transaction, for files that come in the same breath. */
  async function transactionsOf(files: readonly number[], passed: () => number): Promise<number[]> {
    const desk = makeImportDesk(passed)
    const target = { db: asReadDb(new Database(':memory:')), publish: () => {} }
    const sizes: number[] = []
    const begin = () => {
      sizes.push(0)
    }
    const count = () => {
      sizes.push((sizes.pop() ?? 0) + 1)
    }
    await Promise.all(
      files.map((articles) => {
        desk.open(undefined)
        return desk.enter(target, fileOf(articles, begin, count))
      }),
    )
    return sizes
  }

  it('writes the articles of several files in one transaction, and more in the next while that was quick', async () => {
    expect(
      await transactionsOf(
        Array.from({ length: 12 }, () => 1),
        () => 0,
      ),
    ).toEqual([5, 7])
  })

  it('goes on with a file of many articles in the next transaction', async () => {
    expect(await transactionsOf([12], () => 0)).toEqual([5, 7])
  })

  it('lets whoever waits have their turn after 20 ms, with at least one article in', async () => {
    let clock = 0
    expect(
      await transactionsOf([3], () => {
        clock += 30
        return clock
      }),
    ).toEqual([1, 1, 1])
  })
})
