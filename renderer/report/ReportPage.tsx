/**
 * The report as it will be handed over: the very HTML that is saved, in a frame.
 * Two policies hold in it at once, the page's, which it inherits, and the report's
 * own: together they let in no script, no resource and no other page. Its sandbox
 * says the same once more: it allows the origin, so that Gainsay and assistive tools
 * may look into it, and modals, of which printing is one; no script, form or window.
 */
import { useEffect, useRef, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useStore } from '../ui/store.ts'
import { useCaseBook } from '../views/useCaseBook.ts'
import { useParts, useRecords } from '../workspace/context.ts'
import { passKeysOn } from './frameKeys.ts'
import { heldBy, lackOf, reportChoice, scopeOf } from './reportChoice.ts'

/** Changes that come close together make one new report. */
const settleTime = 250

export function ReportPage() {
  const { client, workspace } = useParts()
  const counter = useRecords((records) => records.info()?.counter ?? 0)
  const choice = useStore(reportChoice, (value) => value)
  const { articles, threads, wholeText, printWanted } = choice
  const book = useCaseBook()
  const [html, setHtml] = useState<string | null>(null)
  const [drawn, setDrawn] = useState(false)
  const first = useRef(true)
  const latest = useRef<string | null>(null)
  const waiting = useRef(false)
  const frame = useRef<HTMLIFrameElement>(null)
  const lack = lackOf(choice, heldBy(choice, book.threads()))
  const nothing = lack !== null

  // biome-ignore lint/correctness/useExhaustiveDependencies: every commit may change the report, and so does what the choice is of
  useEffect(() => {
    // What is on the screen is out of date from here on, and not to be printed.
    setDrawn(false)
    waiting.current = true
    const show = (next: string | null) => {
      waiting.current = false
      if (next !== null && next === latest.current) setDrawn(true)
      latest.current = next
      setHtml(next)
    }
    if (nothing) return show(null)
    let wanted = true
    const make = () =>
      client.call('report.render', { format: 'html', ...scopeOf(choice) }).then(
        (report) => {
          if (wanted) show(withNonce(report.text))
        },
        (error: unknown) => {
          if (wanted) workspace.notify('refused', toWireError(error).message)
        },
      )
    const timer = setTimeout(make, first.current ? 0 : settleTime)
    first.current = false
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [client, workspace, articles, threads, wholeText, counter, nothing])

  useEffect(() => {
    if (!printWanted || !drawn) return
    reportChoice.set((value) => ({ ...value, printWanted: false }))
    frame.current?.contentWindow?.print()
  }, [printWanted, drawn])

  if (lack !== null) return <EmptyState title={lack.title}>{lack.advice}</EmptyState>
  if (html === null) {
    return (
      <p className="report-wait" role="status">
        Making the report …
      </p>
    )
  }
  return (
    <iframe
      ref={frame}
      className="report-page"
      aria-busy={!drawn}
      title="The report"
      sandbox="allow-same-origin allow-modals"
      srcDoc={html}
      onLoad={({ currentTarget }) => {
        passKeysOn(currentTarget)
        setDrawn(!waiting.current)
      }}
    />
  )
}

/** The frame inherits the page's policy, which lets in styles by nonce only. */
function withNonce(html: string): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
  return nonce === '' ? html : html.replaceAll('<style>', `<style nonce="${nonce}">`)
}
