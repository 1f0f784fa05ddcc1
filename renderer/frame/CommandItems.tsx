/** Commands as the lines of a menu, each with its key. */
import type { CommandId } from '../../app/commandTable.ts'
import { MenuItem } from '../ui/Menu.tsx'
import { useCommand } from './useCommand.ts'

export function CommandItems({ ids }: { readonly ids: readonly CommandId[] }) {
  return ids.map((id) => <CommandItem key={id} id={id} />)
}

function CommandItem({ id }: { readonly id: CommandId }) {
  const { title, keys, run } = useCommand(id)
  return (
    <MenuItem keys={keys} onSelect={run}>
      {title}
    </MenuItem>
  )
}
