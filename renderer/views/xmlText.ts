/** Text as XML can hold it, for files of pictures. */

/** What XML 1.0 cannot hold, even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** The same text, each character that no XML file may have as U+FFFD; markup in it stays markup. */
export const xmlText = (text: string): string => text.toWellFormed().replace(forbidden, '\uFFFD')
