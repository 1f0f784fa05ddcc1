/**
 * Tables as comma-separated values (RFC 4180): lines end in CRLF, a cell with a comma,
 * a quote or a line break is quoted; so is one with a semicolon or a tab, by which many
 * spreadsheets part cells, or what follows it could be a formula. A cell that a spreadsheet
 * would take for a formula gets an apostrophe before it (OWASP, CSV injection), because the
 * words come from documents that nobody vouches for.
 */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  // The mark at the start tells spreadsheets that this is UTF-8.
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  // Signs of full width are taken for those of a formula where text is entered in them.
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
