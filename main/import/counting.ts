/** Characters of whole files counted where they stand: a list of them would take fifty times as much memory as the text. */

/** How often a global pattern is found, as far as `enough`. */
export function countMatches(text: string, pattern: RegExp, enough = Infinity): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) if (++found >= enough) break
  return found
}

/** UTF-16 code units beyond ASCII. */
export function countBeyondAscii(text: string): number {
  let found = 0
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) found += 1
  return found
}
