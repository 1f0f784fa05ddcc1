/** The commands and options of the command line, and what each exit status means. */

import { resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { GainsayError } from '../../app/errors.ts'
import { reportFormats } from '../../app/inputForms.ts'
import type { Range } from '../../app/model.ts'
import {
  attributions,
  certainties,
  credibilities,
  kinds,
  type Relation,
  relations,
  reliabilities,
  stances,
} from '../../app/vocabulary.ts'
import { type AnnotateOptions, annotate, link, stepThrough } from './changeCase.ts'
import { backUp, checkCase, type ExportOptions, exportReport, textChoices } from './exportReport.ts'
import { captureChoices, findFiles, type ImportOptions, importFiles, nothingImported } from './importFiles.ts'
import { oneLine } from './output.ts'
import { type CommonOptions, printed, runOnCase, type Streams, sayer } from './session.ts'
import { listArticles, searchArticles, showArticle } from './showArticles.ts'
import { showThreads } from './showThreads.ts'

/** Exit status for wrong usage; 1 is a command that failed. */
const wrongUsage = 2

/** Runs one command line and gives its exit status: 0 done, 1 failed, 2 wrong usage. */
export async function runCommandLine(args: readonly string[], out: Writable, err: Writable): Promise<number> {
  for (const stream of [out, err]) stream.on('error', ignoreClosedPipe)
  let status = 0
  const program = makeProgram({ out, err }, (ended) => {
    status = ended
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage
    throw error
  }
}

/** Whoever reads us may stop before the end (`| head`); that is no failure of ours. */
function ignoreClosedPipe(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error
}

function makeProgram(streams: Streams, end: (status: number) => void): Command {
  const program = new Command('gainsay')
    .description('Who claimed what, who denied it, and what happened when: cases from the command line.')
    .addHelpText(
      'after',
      `
IDs may be cut short as long as they are unambiguous, with or without their prefix (art_x1, x1).
Exit status: 0 done, 1 failed (one sentence on standard error), 2 wrong usage.`,
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void streams.out.write(text),
      writeErr: (text) => void streams.err.write(text),
      outputError: (text, write) => write(`${oneLine(text.trim().replace(/^error: /, ''))}\n`),
    })

  /** A command with the options that all have; `program.command` hands on the settings above. */
  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .requiredOption('--case <file>', 'the case file')
      .option('--json', 'print one JSON value and nothing else')

  addReading(command, streams, end)
  addChanging(command, streams, end)
  addHandingOver(command, streams, end)
  return program
}

type MakeCommand = (name: string, description: string) => Command
type End = (status: number) => void

function addReading(command: MakeCommand, streams: Streams, end: End): void {
  command('list', 'list the articles with metadata and counts of claims, denials and events').action(
    async (options: CommonOptions) => end(await runOnCase(streams, options, listArticles)),
  )
  command('threads', 'list the threads: passages joined by links, each by its leading statement').action(
    async (options: CommonOptions) => end(await runOnCase(streams, options, showThreads)),
  )
  command('show', 'show one article: metadata, blocks, text, annotations, links')
    .argument('<id>', 'the article')
    .action(async (id: string, options: CommonOptions) =>
      end(await runOnCase(streams, options, (session) => showArticle(session, id))),
    )
  command('search', 'find articles by words of their headline, publisher or text')
    .argument('<words...>', 'the words')
    .action(async (words: string[], options: CommonOptions) =>
      end(await runOnCase(streams, options, (session) => searchArticles(session, words))),
    )
  command('check', 'check the file, its references, quotes against text, and the journal').action(
    async (options: CommonOptions) => end(await runOnCase(streams, options, checkCase)),
  )
}

function addChanging(command: MakeCommand, streams: Streams, end: End): void {
  command('import', 'import files as articles; makes the case if there is none')
    .argument('<path...>', 'files and archives, or folders, which are searched for them')
    .addOption(
      new Option('--captures <how>', 'what to do with later captures of an article that is there')
        .choices(captureChoices)
        .default('skip'),
    )
    .option('--format <format>', 'read the files as this format, such as html or text')
    .option('--encoding <name>', 'decode text as this encoding, such as windows-1252')
    .addHelpText(
      'after',
      '\nFails only where every file was refused; a line for each article says what became of it.',
    )
    .action(async (paths: string[], options: CommonOptions & ImportOptions) => {
      const found = findFiles(paths, resolve(options.case))
      const nothing = found.every((one) => one.found !== 'file')
      // With nothing to put into it, a case that is not there is not made.
      if (!nothing)
        return end(await runOnCase(streams, options, (session) => importFiles(session, found, options), true))
      end(await runOnNothing(streams, options, found))
    })
  addAnnotate(command, streams, end)
  command('link', 'link two annotations')
    .argument('<from>', 'the annotation the link leads from')
    .addArgument(new Argument('<relation>', `one of: ${relations.join(', ')}`).argParser(parseRelation))
    .argument('<to>', 'the annotation it leads to')
    .option('--note <text>', 'a note on the link')
    .action(
      async (from: string, relation: Relation, to: string, options: CommonOptions & { note?: string }) =>
        end(await runOnCase(streams, options, (session) => link(session, from, relation, to, options.note))),
    )
  command('undo', 'take the last step back').action(async (options: CommonOptions) =>
    end(await runOnCase(streams, options, (session) => stepThrough(session, 'history.undo'))),
  )
  command('redo', 'make the last undone step again').action(async (options: CommonOptions) =>
    end(await runOnCase(streams, options, (session) => stepThrough(session, 'history.redo'))),
  )
}

function runOnNothing(
  streams: Streams,
  options: CommonOptions,
  found: ReturnType<typeof findFiles>,
): Promise<number> {
  // Nothing found asks nothing of a case.
  const noCall = () => Promise.reject(new GainsayError('internal', nothingImported(found.length)))
  return printed(streams, options, () =>
    importFiles({ call: noCall, casePath: '', say: sayer(streams, options) }, found),
  )
}

function addAnnotate(command: MakeCommand, streams: Streams, end: End): void {
  command('annotate', 'tag a passage of an article')
    .argument('<id>', 'the article')
    .addOption(new Option('--kind <kind>', 'what the passage is').choices(kinds).makeOptionMandatory())
    .option('--quote <words>', 'the words of the passage, found in the text')
    .option(
      '--segment <start:end>',
      'a range of the canonical text in UTF-16 code units; again for a broken passage',
      collectRanges,
    )
    .option('--speaker <name>', 'who says it (claim, denial)')
    .addOption(
      new Option('--attribution <how>', 'how the words reach the reader (claim)').choices(attributions),
    )
    .addOption(new Option('--certainty <how>', 'how firmly it is put (claim)').choices(certainties))
    .option('--about <text>', 'what it is about (claim)')
    .option('--said <date>', 'when it was said, EDTF (claim, denial)')
    .addOption(new Option('--stance <how>', 'what the denial does (denial)').choices(stances))
    .option('--title <text>', 'what happened, in short (event)')
    .option('--when <date>', 'when it happened, EDTF (event)')
    .option('--where <place>', 'where it happened (event)')
    .option('--participant <name>', 'who took part; again for more (event)', collect)
    .option('--note <text>', 'a note')
    .option('--label <word>', 'a label; again for more', collect)
    .addOption(new Option('--reliability <grade>', 'source reliability').choices(reliabilities))
    .addOption(new Option('--credibility <grade>', 'information credibility').choices(credibilities))
    .action(async (id: string, options: CommonOptions & AnnotateOptions, self: Command) => {
      if (options.quote === undefined && options.segment === undefined) {
        self.error('Give the passage by --quote, or by --segment, or by both.', { exitCode: wrongUsage })
      }
      end(await runOnCase(streams, options, (session) => annotate(session, id, options)))
    })
}

function addHandingOver(command: MakeCommand, streams: Streams, end: End): void {
  command('export', 'write the report of the articles and threads named, or of all')
    .argument('[id...]', 'the articles')
    .option('--thread <id>', 'the thread of this passage; again for more; `threads` lists them', collect)
    .addOption(
      new Option(
        '--text <how>',
        'articles whole, or only the paragraphs in which passages stand; of threads named only these, unless said',
      ).choices(textChoices),
    )
    .addOption(new Option('--format <format>', 'the format').choices(reportFormats).makeOptionMandatory())
    .requiredOption('--out <path>', 'the file to write; one that is there is replaced')
    .action(async (ids: string[], options: CommonOptions & ExportOptions) =>
      end(await runOnCase(streams, options, (session) => exportReport(session, ids, options))),
    )
  command('backup', 'write a whole copy of the case to a new file')
    .requiredOption('--out <path>', 'the file to write; there must be none yet')
    .action(async (options: CommonOptions & { out: string }) =>
      end(await printed(streams, options, () => backUp(resolve(options.case), options.out))),
    )
}

const collect = (value: string, former: string[] = []) => [...former, value]

function collectRanges(value: string, former: Range[] = []): Range[] {
  const [, start, end] = /^(\d{1,15}):(\d{1,15})$/.exec(value) ?? []
  if (start === undefined || end === undefined || Number(start) >= Number(end)) {
    throw new InvalidArgumentError('A segment is START:END in UTF-16 code units, with START before END.')
  }
  return [...former, { start: Number(start), end: Number(end) }]
}

/** Relations of two words may be typed with a hyphen. */
function parseRelation(value: string): Relation {
  const relation = relations.find((one) => one === value.trim().replace(/-/g, ' '))
  if (relation === undefined) throw new InvalidArgumentError(`A relation is one of: ${relations.join(', ')}.`)
  return relation
}
