/** Runs in a worker thread: files in, articles out, an answer for each in the order given. */
import { bodyText } from '../../app/blocks.ts'
import { toWireError } from '../../app/errors.ts'
import { wellFormed } from '../../app/text/wellFormed.ts'
import { fingerprint } from '../../db/fingerprint.ts'
import type { ParseAnswer, ParsedFile, ParseTask } from './parsed.ts'
import { readFile } from './readFile.ts'

async function parseAll(tasks: readonly ParseTask[]): Promise<ParseAnswer[]> {
  const answers: ParseAnswer[] = []
  for (const task of tasks) answers.push(await parse(task))
  return answers
}

async function parse({ bytes, name, options }: ParseTask): Promise<ParseAnswer> {
  try {
    return { ok: true, value: wellFormed(withFingerprints(await readFile(bytes, name, options))) }
  } catch (error) {
    return { ok: false, error: toWireError(error) }
  }
}

function withFingerprints(read: Awaited<ReturnType<typeof readFile>>): ParsedFile {
  return {
    ...read,
    articles: read.articles.map((article) => ({
      ...article,
      fingerprint: fingerprint(bodyText(article, { flippedBlocks: [] })),
    })),
  }
}

// The thread pool asks for the worker's function as the default export.
// biome-ignore lint/style/noDefaultExport: see above
export default parseAll
