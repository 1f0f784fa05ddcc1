/** How the compare view was left; one row, outside of records and journal. */
export const layout = `
CREATE TABLE layout (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value TEXT NOT NULL
) STRICT;
`
