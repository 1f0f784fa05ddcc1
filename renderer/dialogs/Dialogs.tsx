/** The dialog that is open, if any. */
import { useWorkspace } from '../workspace/context.ts'

export function Dialogs() {
  const dialog = useWorkspace((state) => state.dialog)
  return dialog === null ? null : null
}
