/**
 * The first form of a case file.
 *
 * Records (actor, article, annotation, link) may come in any order within a
 * change set, so references between them are checked at COMMIT. Material (source,
 * revision) does not refer back to articles: it outlives an undone import.
 * `actorName` and `annotationActor` hold nothing of their own; they are written
 * with the record they come from and make look-ups by name and by actor quick.
 */
export const initial = `
CREATE TABLE caseState (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  counter INTEGER NOT NULL
) STRICT;
INSERT INTO caseState (id, counter) VALUES (1, 0);

CREATE TABLE source (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  origin TEXT NOT NULL,
  mediaType TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  encoding TEXT NOT NULL,
  importedAt TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX source_by_sha256 ON source (sha256);

CREATE TABLE revision (
  id TEXT PRIMARY KEY NOT NULL,
  articleId TEXT NOT NULL,
  sourceId TEXT NOT NULL REFERENCES source (id),
  createdAt TEXT NOT NULL,
  bodyHash TEXT,
  blocks TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX revision_by_articleId ON revision (articleId);
CREATE INDEX revision_by_sourceId ON revision (sourceId);
CREATE INDEX revision_by_bodyHash ON revision (bodyHash);

CREATE TABLE actor (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  type TEXT,
  aliases TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE actorName (
  folded TEXT NOT NULL,
  isAlias INTEGER NOT NULL,
  actorId TEXT NOT NULL REFERENCES actor (id) ON DELETE CASCADE,
  PRIMARY KEY (folded, isAlias, actorId)
) STRICT, WITHOUT ROWID;
CREATE INDEX actorName_by_actorId ON actorName (actorId);

CREATE TABLE article (
  rowKey INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revisionId TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
  sourceId TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  importedAt TEXT NOT NULL,
  headline TEXT NOT NULL,
  headlineProposed INTEGER NOT NULL,
  publisher TEXT,
  authors TEXT NOT NULL,
  credits TEXT NOT NULL,
  dateline TEXT,
  datelineDate TEXT,
  published TEXT,
  url TEXT,
  language TEXT,
  correction TEXT,
  flippedBlocks TEXT NOT NULL
) STRICT;
CREATE INDEX article_by_revisionId ON article (revisionId);
CREATE INDEX article_by_sourceId ON article (sourceId);
CREATE INDEX article_by_importedAt ON article (importedAt, rowKey);
CREATE INDEX article_by_published ON article (published, rowKey);
CREATE INDEX article_by_headline ON article (headline COLLATE NOCASE, rowKey);
CREATE INDEX article_by_publisher ON article (publisher, rowKey);

CREATE TABLE annotation (
  id TEXT PRIMARY KEY NOT NULL,
  articleId TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  revisionId TEXT NOT NULL REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('claim', 'denial', 'event')),
  segments TEXT NOT NULL,
  fields TEXT NOT NULL,
  note TEXT NOT NULL,
  labels TEXT NOT NULL,
  reliability TEXT,
  credibility TEXT,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL
) STRICT;
CREATE INDEX annotation_by_articleId_kind ON annotation (articleId, kind);
CREATE INDEX annotation_by_revisionId ON annotation (revisionId);
CREATE INDEX annotation_by_kind ON annotation (kind);

CREATE TABLE annotationActor (
  actorId TEXT NOT NULL REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  annotationId TEXT NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  PRIMARY KEY (actorId, annotationId)
) STRICT, WITHOUT ROWID;
CREATE INDEX annotationActor_by_annotationId ON annotationActor (annotationId);

CREATE TABLE link (
  id TEXT PRIMARY KEY NOT NULL,
  fromId TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  toId TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  relation TEXT NOT NULL,
  note TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX link_by_fromId_relation ON link (fromId, relation);
CREATE INDEX link_by_toId_relation ON link (toId, relation);

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  undone INTEGER NOT NULL,
  size INTEGER NOT NULL,
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_undone_seq ON journal (undone, seq);

CREATE VIRTUAL TABLE articleSearch USING fts5 (
  headline, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
`
