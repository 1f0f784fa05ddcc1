/**
 * The second form of a case file: files with many articles, later captures, reprints.
 *
 * Bytes move to a table of their own, by their SHA-256: one file may be read more than
 * once, and as another source file each time. What older articles have in common with
 * others is worked out once here. The journal is brought to the form of the records,
 * or no step of it could be taken back any more.
 */
import type Database from 'better-sqlite3'
import { bodyText } from '../../app/blocks.ts'
import type { ChangeSet } from '../../app/changes.ts'
import type { Block } from '../../app/model.ts'
import { addressKey } from '../../app/similar/address.ts'
import { fingerprint } from '../fingerprint.ts'

const sql = `
ALTER TABLE source ADD COLUMN encodingSure INTEGER NOT NULL DEFAULT 1;
ALTER TABLE source ADD COLUMN format TEXT NOT NULL DEFAULT 'text';
ALTER TABLE source ADD COLUMN mapping TEXT;
CREATE TABLE sourceBytes (sha256 TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT;
INSERT OR IGNORE INTO sourceBytes (sha256, bytes) SELECT sha256, bytes FROM source;
ALTER TABLE source DROP COLUMN bytes;

ALTER TABLE revision ADD COLUMN origin TEXT NOT NULL DEFAULT 'import';
ALTER TABLE revision ADD COLUMN baseId TEXT;
ALTER TABLE revision ADD COLUMN part TEXT;
ALTER TABLE revision ADD COLUMN warnings TEXT NOT NULL DEFAULT '[]';
ALTER TABLE revision ADD COLUMN proposed TEXT;
CREATE TABLE revisionBand (
  band INTEGER NOT NULL,
  revisionId TEXT NOT NULL,
  PRIMARY KEY (band, revisionId)
) STRICT, WITHOUT ROWID;

ALTER TABLE article ADD COLUMN reprintOf TEXT REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE article ADD COLUMN addressKey TEXT;
CREATE INDEX article_by_reprintOf ON article (reprintOf) WHERE reprintOf IS NOT NULL;
CREATE INDEX article_by_addressKey ON article (addressKey) WHERE addressKey IS NOT NULL;

ALTER TABLE annotation ADD COLUMN detached INTEGER NOT NULL DEFAULT 0;

ALTER TABLE journal ADD COLUMN stepGroup TEXT;
`

/** Brings a case of the first form to the second. */
export function captures(connection: Database.Database): void {
  connection.exec(sql)
  fingerprintRevisions(connection)
  keyAddresses(connection)
  completeJournal(connection)
}

function fingerprintRevisions(connection: Database.Database): void {
  const setHash = connection.prepare('UPDATE revision SET bodyHash = ? WHERE id = ?')
  const addBand = connection.prepare('INSERT OR IGNORE INTO revisionBand (band, revisionId) VALUES (?, ?)')
  const read = connection.prepare('SELECT text, blocks FROM revision WHERE id = ?')
  for (const id of connection.prepare('SELECT id FROM revision').pluck().all()) {
    const row = read.get(id) as { text: string; blocks: string } // the columns selected
    const blocks = JSON.parse(row.blocks) as Block[] // written so by version 1
    const { bodyHash, bands } = fingerprint(bodyText({ text: row.text, blocks }, { flippedBlocks: [] }))
    setHash.run(bodyHash, id)
    for (const band of bands) addBand.run(band, id)
  }
}

function keyAddresses(connection: Database.Database): void {
  const set = connection.prepare('UPDATE article SET addressKey = ? WHERE id = ?')
  const rows = connection.prepare('SELECT id, url FROM article WHERE url IS NOT NULL').all()
  for (const { id, url } of rows as { id: string; url: string }[]) set.run(addressKey(url), id) // the columns selected
}

function completeJournal(connection: Database.Database): void {
  const read = connection.prepare('SELECT changes FROM journal WHERE seq = ?').pluck()
  const set = connection.prepare('UPDATE journal SET changes = ? WHERE seq = ?')
  for (const seq of connection.prepare('SELECT seq FROM journal').pluck().all()) {
    const changes = JSON.parse(String(read.get(seq))) as ChangeSet // written so by version 1
    const completed = changes.map((change) => {
      if (change.type !== 'article' && change.type !== 'annotation') return change
      const missing = change.type === 'article' ? { reprintOf: null } : { detached: false }
      const complete = (record: object | null) => (record === null ? null : { ...record, ...missing })
      return { ...change, before: complete(change.before), after: complete(change.after) }
    })
    set.run(JSON.stringify(completed), seq)
  }
}
