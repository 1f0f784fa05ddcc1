/**
 * What the analyst settles about threads by hand. `threadMember` holds nothing of
 * its own: it is written with the record it comes from, finds the records of an
 * annotation, and lets no record name an annotation that is not there.
 */
export const threads = `
CREATE TABLE thread (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  memberIds TEXT NOT NULL,
  apart INTEGER NOT NULL,
  createdAt TEXT NOT NULL
) STRICT;

CREATE TABLE threadMember (
  annotationId TEXT NOT NULL REFERENCES annotation (id) DEFERRABLE INITIALLY DEFERRED,
  threadId TEXT NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
  PRIMARY KEY (annotationId, threadId)
) STRICT, WITHOUT ROWID;
CREATE INDEX threadMember_by_threadId ON threadMember (threadId);
`
