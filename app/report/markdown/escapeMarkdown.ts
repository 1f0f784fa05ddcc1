/**
 * Text that stays text in CommonMark and in the dialects around it (tables,
 * strike-through and bare-address links of GitHub Flavored Markdown; formulas).
 * What could open a construct gets a backslash, which CommonMark allows before
 * any ASCII punctuation; what opens one only at the start of a line gets it there.
 */
import { visible } from '../visible.ts'

/** One line: line breaks and runs of space become one space. */
export function escapeMarkdown(text: string): string {
  const line = visible(text)
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .trim()
  return escapeStart(escapeInside(line))
}

/** The same for text in the middle of a line, whose spaces at either end are meant. */
export function escapeInside(text: string): string {
  return visible(text)
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_[\]<>&~|#$@^{}]/g, '\\$&')
    .replace(/:(?=\S)/g, '\\:')
    .replace(/\b(www|ftp)\./gi, '$1\\.')
}

/** Guards the start of a line, where a dash, a sign or a number makes a list or a heading. */
export function escapeStart(escaped: string): string {
  return escaped.replace(/^[-+=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2')
}
