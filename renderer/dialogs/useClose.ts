/** Closes the dialog that is open. */
import { useParts } from '../workspace/context.ts'

export function useClose(): () => void {
  const { workspace } = useParts()
  return () => workspace.patch({ dialog: null })
}
