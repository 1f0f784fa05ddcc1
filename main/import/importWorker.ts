/** Runs in a worker thread: bytes in, article out. */
import { toWireError } from '../../app/errors.ts'
import { extractText } from '../../app/extract/extractText.ts'
import { decodeText } from './decode.ts'
import type { ParseAnswer, ParseTask } from './parsed.ts'

function parse({ bytes, name }: ParseTask): ParseAnswer {
  try {
    const { text, encoding } = decodeText(bytes)
    return { ok: true, value: { ...extractText({ text, name }), encoding } }
  } catch (error) {
    return { ok: false, error: toWireError(error) }
  }
}

// The thread pool asks for the worker's function as the default export.
// biome-ignore lint/style/noDefaultExport: see above
export default parse
