/** The light DOM that comes with Readability and was made for it; the package brings no types of it. */
declare module '@mozilla/readability/JSDOMParser.js' {
  // biome-ignore lint/style/noDefaultExport: the package gives it no other name.
  export default class JSDOMParser {
    /** Reads well-formed markup. The nodes implement the DOM's interfaces as far as Readability uses them. */
    parse(markup: string): Document
  }
}
