/** The floor under bulk import: the rows of a case, written once more by nothing but inserts. */
import Database from 'better-sqlite3'

type Row = Record<string, unknown>

/** What it came to: articles a second, and processor time of an article in milliseconds. */
export type BareInserts = { readonly rate: number; readonly work: number }

/** Writes the rows of a case, its journal too, into the same tables with the same index, `batch` articles a transaction. */
export function insertBare(path: string, target: string, batch: number): BareInserts {
  const from = new Database(path, { readonly: true })
  const to = new Database(target)
  to.pragma('journal_mode = WAL')
  to.pragma('synchronous = FULL')
  to.pragma('foreign_keys = OFF')
  const schema = `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
    AND name NOT LIKE 'articleSearch#_%' ESCAPE '#' AND name NOT LIKE 'sqlite#_%' ESCAPE '#'`
  for (const sql of from.prepare(schema).pluck().all()) to.exec(String(sql))
  const statements = new Map<string, Database.Statement>()
  const put = (table: string, row: Row) => {
    let statement = statements.get(table)
    if (statement === undefined) {
      const names = Object.keys(row)
      statement = to.prepare(`INSERT OR IGNORE INTO ${table} (${names}) VALUES (${names.map(() => '?')})`)
      statements.set(table, statement)
    }
    statement.run(...Object.values(row))
  }
  const rows = (sql: string, ...values: unknown[]) => from.prepare(sql).all(...values) as Row[] // the columns of the table
  const steps = rows('SELECT * FROM journal ORDER BY seq')
  // The table is ordered by band; looking up one revision's goes through all of it.
  const bands = Map.groupBy(rows('SELECT * FROM revisionBand'), ({ revisionId }) => revisionId)
  const articles = rows('SELECT * FROM article').map((article, index) => {
    const { rowid, ...search } = rows(
      'SELECT rowid, headline, publisher, body FROM articleSearch WHERE rowid = CAST(? AS INTEGER)',
      article.rowKey,
    )[0] ?? { rowid: 0 }
    return {
      article: [article],
      source: rows('SELECT * FROM source WHERE id = ?', article.sourceId),
      sourceBytes: rows(
        'SELECT sourceBytes.* FROM source JOIN sourceBytes USING (sha256) WHERE id = ?',
        article.sourceId,
      ),
      revision: rows('SELECT * FROM revision WHERE id = ?', article.revisionId),
      revisionBand: bands.get(article.revisionId) ?? [],
      journal: steps.slice(index, index + 1),
      articleSearch: [{ rowid: BigInt(Number(rowid)), ...search }],
    }
  })
  const begun = performance.now()
  const worked = process.cpuUsage()
  for (let at = 0; at < articles.length; at += batch) {
    to.exec('BEGIN IMMEDIATE')
    for (const tables of articles.slice(at, at + batch))
      for (const [table, some] of Object.entries(tables)) for (const row of some) put(table, row)
    to.exec('COMMIT')
  }
  const took = performance.now() - begun
  const { user, system } = process.cpuUsage(worked)
  from.close()
  to.close()
  return {
    rate: (articles.length / took) * 1000,
    work: (user + system) / 1000 / Math.max(1, articles.length),
  }
}
