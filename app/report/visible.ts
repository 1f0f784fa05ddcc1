/**
 * Characters that drive a screen instead of standing on it are shown by name:
 * C0 and C1 controls but tab and line feed, and the two bidirectional overrides,
 * which can make a quote read as what it does not say. Other bidirectional
 * marks are left, since honest Arabic and Hebrew text needs them; the renderers
 * isolate it. Half a surrogate pair becomes U+FFFD.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const driving = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/g

/** The text with driving characters shown as `⟨U+202E⟩`, and well-formed. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(
      driving,
      (character) => `⟨U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
    )
}
