/** The part of the `edtf` package that Gainsay uses; the package brings no types of its own. */
declare module 'edtf' {
  /** Parses EDTF of ISO 8601-2, levels 0 to 2. @throws when the text is not EDTF. */
  export function parse(text: string): { readonly type: string; readonly level: number }
}
