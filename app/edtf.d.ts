/** The part of the `edtf` package that Gainsay uses; the package brings no types of its own. */
declare module 'edtf' {
  /** Parses EDTF of ISO 8601-2, levels 0 to 2. @throws when the text is not EDTF. */
  export function parse(text: string): { readonly type: string; readonly level: number }
  /** The first and last millisecond, UTC, that EDTF can mean; infinite where open. @throws when the text is not EDTF. */
  // biome-ignore lint/style/noDefaultExport: the package gives it no other name.
  export default function edtf(text: string): { readonly min: number; readonly max: number }
}
