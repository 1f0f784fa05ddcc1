import type { MatrixMark } from '../../app/ledger/matrix.ts'

/** A sign for each mark of the matrix: round, barred and pointed like the marks of the kinds. */
export const matrixSigns: { readonly [M in MatrixMark]: string } = {
  claims: '●',
  denies: '▬',
  contradicts: '×',
  supports: '+',
  'takes part': '◆',
}
