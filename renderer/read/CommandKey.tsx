/** The key of a command, as the platform writes it. */
import { type CommandEntry, type CommandId, commandTable } from '../../app/commandTable.ts'
import { keyLabel } from '../commands/keyLabel.ts'
import { useParts } from '../workspace/context.ts'

export function CommandKey({ id }: { readonly id: CommandId }) {
  const { shell } = useParts()
  const entry: CommandEntry = commandTable[id]
  const [key] = entry.keys
  return key === undefined ? null : <kbd>{keyLabel(key, shell.mac)}</kbd>
}
