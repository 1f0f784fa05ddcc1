/** A button that does a command. */
import type { ReactNode } from 'react'
import type { CommandId } from '../../app/commandTable.ts'
import { Button } from '../ui/Button.tsx'
import { useCommand } from './useCommand.ts'

export function CommandButton({
  id,
  primary = false,
  withKey = false,
  children,
}: {
  readonly id: CommandId
  readonly primary?: boolean
  /** Whether its key stands in the button too. */
  readonly withKey?: boolean
  /** The command's title where absent. */
  readonly children?: ReactNode
}) {
  const { title, keys, run } = useCommand(id)
  return (
    <Button look={primary ? 'primary' : 'normal'} onClick={run}>
      {children ?? title} {withKey && keys !== undefined ? <kbd>{keys}</kbd> : null}
    </Button>
  )
}
