/** A command as a control shows it. */
import { type CommandEntry, type CommandId, commandTable } from '../../app/commandTable.ts'
import { runCommand } from '../commands/commands.ts'
import { ariaKey, keyLabel } from '../commands/keyLabel.ts'
import { useParts } from '../workspace/context.ts'

export type ShownCommand = {
  readonly title: string
  /** Its first key, worded for the platform. */
  readonly keys: string | undefined
  /** The same for `aria-keyshortcuts`. */
  readonly ariaKeys: string | undefined
  run(): void
}

export function useCommand(id: CommandId): ShownCommand {
  const parts = useParts()
  const entry: CommandEntry = commandTable[id]
  const key = entry.keys[0]
  return {
    title: entry.title,
    keys: key === undefined ? undefined : keyLabel(key, parts.shell.mac),
    ariaKeys: key === undefined ? undefined : ariaKey(key, parts.shell.mac),
    run: () => void runCommand(parts, id),
  }
}
