/** Checks the case and says what was found. */
import { useEffect, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { CheckResult } from '../../app/results.ts'
import { counted } from '../frame/counted.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { useParts } from '../workspace/context.ts'
import { useClose } from './useClose.ts'

type Outcome = { readonly result: CheckResult } | { readonly error: string }

export function CheckDialog() {
  const { client } = useParts()
  const close = useClose()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    let wanted = true
    client.call('case.check', {}).then(
      (result) => wanted && setOutcome({ result }),
      (error: unknown) => wanted && setOutcome({ error: toWireError(error).message }),
    )
    return () => {
      wanted = false
    }
  }, [client])
  return (
    <Dialog
      title="Check of the case"
      description="The file itself, the ties between records, every quote against its text, and the history against the records."
      onClose={close}
    >
      <div role="status" aria-live="polite">
        <Outcomes outcome={outcome} />
      </div>
    </Dialog>
  )
}

function Outcomes({ outcome }: { readonly outcome: Outcome | null }) {
  if (outcome === null) return <p>Checking …</p>
  if ('error' in outcome) return <p className="field-error">{outcome.error}</p>
  const { ok, checked, problems } = outcome.result
  const all = [
    counted(checked.articles, 'article'),
    counted(checked.annotations, 'annotation'),
    counted(checked.links, 'link'),
    `${counted(checked.steps, 'step')} of the history`,
  ].join(', ')
  return (
    <>
      <p>
        <b>{ok ? 'Everything is in order.' : `${counted(problems.length, 'problem')} found.`}</b> Checked:{' '}
        {all}.
      </p>
      {ok ? null : (
        <ul className="check-problems">
          {problems.map((problem) => (
            <li key={`${problem.where} ${problem.what}`}>
              <b>{problem.where}</b>: {problem.what}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
