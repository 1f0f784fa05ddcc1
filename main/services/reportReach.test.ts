import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { put } from '../../app/changes.ts'
import { threadIdSchema } from '../../app/ids.ts'
import { makeView } from '../../app/ledger/makeView.ts'
import { makeThreads } from '../../app/ledger/threads.ts'
import { narrow } from '../../app/report/narrow.ts'
import type { ReportScope } from '../../app/report/reportScope.ts'
import { listActors } from '../../db/actors.ts'
import { listAnnotations } from '../../db/annotations.ts'
import { listArticles } from '../../db/articles.ts'
import { transaction } from '../../db/connection.ts'
import { listLinks } from '../../db/links.ts'
import { type CaseFile, openCaseFile } from '../../db/open.ts'
import { writeChange } from '../../db/records.ts'
import { listThreads } from '../../db/threads.ts'
import { seedLarge } from '../seedLarge.ts'
import { readReach } from './reportReach.ts'

const folder = mkdtempSync(join(tmpdir(), 'gainsay-reach-'))
let file: CaseFile
beforeAll(() => {
  const path = join(folder, 'case.gainsay')
  seedLarge(path, 30)
  file = openCaseFile(path)
  const passages = listAnnotations(file.db)
  const some = (every: number) => passages.filter((_, at) => at % every === 7).map(({ id }) => id)
  transaction(file.db, (db) => {
    for (const [at, apart] of [false, true].entries()) {
      const id = threadIdSchema.parse(`thr_settled0${at}`)
      const memberIds = some(60 + 40 * at)
      const moment = `2026-01-0${at + 1}T00:00:00.000Z`
      writeChange(
        db,
        put('thread', {
          id,
          memberIds,
          apart,
          title: apart ? 'Apart' : 'Held',
          createdAt: moment,
        }),
      )
    }
  })
})
afterAll(() => {
  file.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a report of any article, thread or both is the same from what is in its reach as from all records', () => {
  const { db } = file
  const articles = listArticles(db)
  const actors = listActors(db)
  const threads = listThreads(db)
  expect(threads).toHaveLength(2)
  const whole = makeView({
    articles,
    actors,
    threads,
    annotations: listAnnotations(db),
    links: listLinks(db),
  })
  const scopes: ReportScope[] = [
    { articleIds: null },
    ...articles.map(({ id }) => ({ articleIds: [id] })),
    { articleIds: articles.slice(3, 6).map(({ id }) => id) },
    { articleIds: [] },
    ...makeThreads(whole).map(({ leadId }) => ({ articleIds: null, threadsOf: [leadId] })),
    ...articles.map(({ id }, at) => ({
      articleIds: [id],
      threadsOf: [...whole.annotations.keys()].filter((_, place) => place % 17 === at % 17),
    })),
  ]
  expect(scopes.length).toBeGreaterThan(100)
  for (const scope of scopes) {
    const { threadsInCase, ...records } = readReach(db, scope)
    const reached = narrow(makeView({ ...records, articles, actors }), articles, scope, threadsInCase)
    expect(reached, JSON.stringify(scope)).toEqual(narrow(whole, articles, scope))
  }
})

test('a report of one article of many reads but a part of the records', () => {
  const [first] = listArticles(file.db)
  const { annotations } = readReach(file.db, { articleIds: first === undefined ? [] : [first.id] })
  expect(annotations.length).toBeGreaterThan(9)
  expect(annotations.length).toBeLessThan(listAnnotations(file.db).length)
})
