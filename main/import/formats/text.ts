/** Text files, and the pasted text of a whole page: what is left when no other format fits. */
import { type Format, hasExtension, oneDocument } from './format.ts'
import { decodePlain } from './plainText.ts'

/** Text files. */
export const textFormat: Format = {
  id: 'text',
  label: 'text',
  extensions: ['.txt', '.text', '.asc', '.log'],
  mediaType: 'text/plain',
  recognise: (_bytes, name) => (hasExtension(name, ['.txt', '.text', '.asc']) ? 0.5 : 0.1),
  async read(bytes, name, options) {
    const { text, name: encoding, sure } = decodePlain(bytes, options.encoding)
    const warnings = sure
      ? []
      : [`The encoding ${encoding} is a guess; choose another if letters look wrong.`]
    return oneDocument(
      { name, blocks: [], judged: false, metadata: {}, warnings, text },
      { name: encoding, sure },
    )
  },
}
