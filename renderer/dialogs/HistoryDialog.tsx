/** The steps of the case, latest first; choosing one goes back, or forward, to just after it. */
import { useEffect, useRef, useState } from 'react'
import type { HistoryStep } from '../../app/results.ts'
import { reporting } from '../commands/commands.ts'
import { counted } from '../frame/counted.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { shortMoment } from '../ui/moments.ts'
import { useParts, useRecords } from '../workspace/context.ts'
import { planTo } from './historyPlan.ts'
import { useClose } from './useClose.ts'

const shown = 200
export function HistoryDialog() {
  const parts = useParts()
  const counter = useRecords((records) => records.info()?.counter ?? 0)
  const [steps, setSteps] = useState<readonly HistoryStep[] | null>(null)
  const [busy, setBusy] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each commit, undo included, makes the list another one
  useEffect(() => {
    if (busy) return
    void reporting(parts, async () => setSteps(await parts.client.call('history.list', { limit: shown })))
  }, [parts, counter, busy])

  // The steps come after the dialog has opened.
  const list = useRef<HTMLOListElement>(null)
  const here = steps !== null
  useEffect(() => {
    if (here) list.current?.querySelector<HTMLElement>('[aria-current=step]')?.focus()
  }, [here])

  const goTo = (seq: number | null) => {
    const plan = planTo(steps ?? [], seq)
    setBusy(true)
    void reporting(parts, async () => {
      for (let done = 0; done < plan.times; done++) await parts.client.call(plan.method, {})
      // The next choice must be judged by what is so now.
      setSteps(await parts.client.call('history.list', { limit: shown }))
    }).finally(() => setBusy(false))
  }
  const present = steps?.find((step) => !step.undone)?.seq ?? null
  return (
    <Dialog
      title="History"
      description="Choose a step to go back, or forward again, to the case as it was just after it. Nothing is lost."
      onClose={useClose()}
    >
      {steps === null ? <p role="status">Reading the history …</p> : null}
      {steps?.length === 0 ? <p>Nothing has been done in this case yet.</p> : null}
      {steps === null || steps.length === 0 ? null : (
        <ol ref={list} className="history" aria-busy={busy}>
          {steps.map((step) => (
            <li key={step.seq}>
              <button
                type="button"
                className={step.undone ? 'history-step undone' : 'history-step'}
                aria-current={step.seq === present ? 'step' : undefined}
                aria-disabled={busy ? true : undefined}
                onClick={() => busy || goTo(step.seq)}
              >
                <span className="main">{step.label}</span>
                <span className="side">
                  {step.undone ? 'undone · ' : ''}
                  {counted(step.size, 'record')} · {shortMoment(step.at)}
                </span>
              </button>
            </li>
          ))}
          {steps.length < shown ? (
            <li>
              <button
                type="button"
                className="history-step"
                aria-current={present === null ? 'step' : undefined}
                onClick={() => busy || goTo(null)}
              >
                <span className="main">The start</span>
                <span className="side">before the first step</span>
              </button>
            </li>
          ) : (
            <li className="history-more">Older steps than the latest {shown} can be undone one by one.</li>
          )}
        </ol>
      )}
    </Dialog>
  )
}
