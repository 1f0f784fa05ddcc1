/** What every command of the table does, and the one way to run one. */
import { type CommandEntry, type CommandId, commandTable } from '../../app/commandTable.ts'
import { toWireError } from '../../app/errors.ts'
import type { Parts } from '../workspace/context.ts'
import { correctingRefusal } from '../workspace/workspace.ts'
import { articleCommands } from './articleCommands.ts'
import { caseCommands, openCase } from './caseCommands.ts'
import type { CommandRunner } from './commandRunner.ts'
import { exportCommands } from './exportCommands.ts'
import { historyCommands } from './historyCommands.ts'
import { passageCommands } from './passageCommands.ts'
import { relatedCommands } from './relatedCommands.ts'
import { reportCommands } from './reportCommands.ts'
import { reviewCommands } from './reviewCommands.ts'
import { viewCommands } from './viewCommands.ts'

export const commands: Readonly<Record<CommandId, CommandRunner>> = {
  ...caseCommands,
  ...articleCommands,
  ...historyCommands,
  ...reportCommands,
  ...exportCommands,
  ...viewCommands,
  ...relatedCommands,
  ...passageCommands,
  ...reviewCommands,
}

/** All ids, in the order of the table. */
export const commandIds = Object.keys(commandTable) as CommandId[] // the keys of the table are its ids

/** Narrows a word, such as one from the native menu, to the id of a command. */
export const isCommandId = (word: string): word is CommandId => Object.hasOwn(commandTable, word)

/** What can be done without the host: reading goes on while it is away. */
const readingOnly: ReadonlySet<CommandId> = new Set([
  'find.article',
  'article.showFurniture',
  'selection.sentence',
  'annotation.next',
  'annotation.previous',
  'annotation.partner',
])
const needsHost = (id: CommandId) => !['View', 'Help'].includes(commandTable[id].menu) && !readingOnly.has(id)

/** What has to do with passages, which of a case that is opened come after its articles. */
const needsRecords = (id: CommandId) =>
  ['Article', 'Passage'].includes(commandTable[id].menu) && !withoutRecords.has(id)
const withoutRecords: ReadonlySet<CommandId> = new Set([
  'article.next',
  'article.previous',
  'article.showFurniture',
  'selection.sentence',
])

/** What leads away from a text that is being corrected, or acts on it. */
const leadsAway = (id: CommandId) => !staysInText.has(id)
const staysInText: ReadonlySet<CommandId> = new Set([
  'text.larger',
  'text.smaller',
  'theme.toggle',
  'help.keys',
  'palette',
  'find.case',
  // What is imported goes into the case, and nothing of it onto the screen.
  'article.import',
  'article.importFolder',
  'article.paste',
])

/** Why a command cannot be run now, as a sentence; null when it can. */
export function whyNot(parts: Parts, id: CommandId): string | null {
  const entry: CommandEntry = commandTable[id]
  if (parts.client.connection.get() === 'lost' && needsHost(id)) {
    return 'Gainsay’s host cannot be reached at the moment; this works again as soon as it is back.'
  }
  if (entry.scope === 'article' && parts.workspace.activeArticle() === null) return 'Open an article first.'
  if (parts.workspace.get().correcting?.dirty === true && leadsAway(id)) return correctingRefusal
  return commands[id].when?.(parts) ?? null
}

/**
 * Runs a command; a refusal or an error becomes a notice. Resolves when it is done, never rejects.
 * While a case is opened, what has to do with passages waits for them.
 */
export async function runCommand(parts: Parts, id: CommandId): Promise<void> {
  const { client, records } = parts
  if (!records.whole() && needsRecords(id) && client.connection.get() === 'open') {
    await reporting(parts, () => records.load())
  }
  const refusal = whyNot(parts, id)
  if (refusal !== null) {
    parts.workspace.notify('refused', refusal)
    return
  }
  if (leadsAway(id) && id !== 'article.correct') parts.workspace.leaveCorrecting()
  await reporting(parts, () => commands[id].run(parts))
}

/** Does something; what goes wrong becomes a notice, and what went wrong before is past when this did not. */
export async function reporting(parts: Parts, work: () => void | Promise<void>): Promise<void> {
  const { notice } = parts.workspace.get()
  try {
    await work()
    parts.workspace.passNotice(notice)
  } catch (error) {
    const { code, message } = toWireError(error)
    // A fault of our own is for the developer's eyes too; the host's sentences are not.
    if (code === 'internal' && !(error instanceof Error && 'code' in error)) console.error(error)
    parts.workspace.notify('refused', message)
  }
}

/** Does what the person asks for outside of the page: in the native menu, or by opening a case file. */
export function listenToShell(parts: Parts): void {
  parts.client.onEvent((message) => {
    if (message.event === 'menu' && isCommandId(message.value.command))
      void runCommand(parts, message.value.command)
    if (message.event === 'open-case') void reporting(parts, () => openCase(parts, message.value.path))
  })
}
