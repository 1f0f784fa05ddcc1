/**
 * A program: reads every other page of a folder with Readability as it is used by whoever uses
 * it (linkedom's parser and DOM), and prints the processor time of all, in milliseconds. The
 * floor under our reading processes: as many of it run side by side, each as new as ours.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'

const [folder = '.', part = '0', parts = '1'] = process.argv.slice(2)
const pages = readdirSync(folder)
  .sort()
  .filter((_, index) => index % Number(parts) === Number(part))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
const before = process.cpuUsage()
// Readability asks for a document of the DOM, which linkedom's is as far as it is used.
for (const text of pages) new Readability(parseHTML(text).document as unknown as Document).parse()
const { user, system } = process.cpuUsage(before)
process.stdout.write(String((user + system) / 1000))
