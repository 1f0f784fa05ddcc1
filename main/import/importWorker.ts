/** The program of the readers that parse files: files in, articles out. */
import { bodyText } from '../../app/blocks.ts'
import { wellFormed } from '../../app/text/wellFormed.ts'
import { fingerprint } from '../../db/fingerprint.ts'
import type { ParseAnswer, ParsedFile, ParseTask } from './parsed.ts'
import { serveReader } from './readerProgram.ts'
import { readFile } from './readFile.ts'
import { refusedFor } from './refusal.ts'

async function parse({ bytes, name, options }: ParseTask): Promise<ParseAnswer> {
  try {
    return { ok: true, value: wellFormed(withFingerprints(await readFile(bytes, name, options))) }
  } catch (error) {
    return { ok: false, error: refusedFor(error) }
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

serveReader(parse)
