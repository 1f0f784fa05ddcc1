/** Under a form in a dialog: what hindered saving, the way out, and the button that sends the form. */
import { keyLabel } from '../commands/keyLabel.ts'
import { Button } from '../ui/Button.tsx'
import { useParts } from '../workspace/context.ts'
import { useClose } from './useClose.ts'

export function FormFoot({
  error,
  why = null,
  formId,
  word,
}: {
  /** What went wrong at the last try; null before one. */
  readonly error: string | null
  /** Why the form cannot be sent now; null when it can. */
  readonly why?: string | null
  readonly formId: string
  /** What sending the form does. */
  readonly word: string
}) {
  const close = useClose()
  const { shell } = useParts()
  return (
    <>
      <span className="grow field-error" role="alert">
        {error}
      </span>
      <Button onClick={close}>Cancel</Button>
      <Button look="primary" submit form={formId} unavailable={why}>
        {word} <kbd>{keyLabel('Mod-Enter', shell.mac)}</kbd>
      </Button>
    </>
  )
}
