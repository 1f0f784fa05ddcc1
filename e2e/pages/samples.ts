/** The sample articles, as files and as Gainsay lists them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../harness/program.ts'

const sample = (file: string, headline: string) => {
  const path = join(root, 'seeds', file)
  return { file, path, headline, read: () => readFileSync(path, 'utf8') }
}

/** The fended-off warning of 2011. */
export const islamabad = sample(
  'islamabad-fends-off-us-warning.reuters-2011.txt',
  'Islamabad fends off U.S. warning on "Pakistan-based" militants',
)
/** The undated article, whose headline is only proposed. */
export const coats = sample(
  'pakistani-military-holding-back.undated.txt',
  'The Pakistani military is holding back counter-terrorism cooperation with the United States while…',
)
/** The corrected story of 2012. */
export const trickles = sample(
  'us-military-trickles-back.reuters-2012.txt',
  'U.S. military trickles back into Western Pakistan',
)
