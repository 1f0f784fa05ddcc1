/** Opens or makes a case, where the shell has no native dialog for it. */
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { toWireError } from '../../app/errors.ts'
import type { KnownCase } from '../../app/results.ts'
import { reporting } from '../commands/commands.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'
import { useParts, useRecords } from '../workspace/context.ts'
import { useClose } from './useClose.ts'

export function CasesDialog({ mode }: { readonly mode: 'open' | 'create' }) {
  return mode === 'open' ? <OpenCase /> : <CreateCase />
}

function OpenCase() {
  const parts = useParts()
  const close = useClose()
  const present = useRecords((records) => records.info()?.path ?? null)
  const [cases, setCases] = useState<readonly KnownCase[] | null>(null)
  const [path, setPath] = useState('')
  const { error, busy, attempt } = useAttempt(close)
  useEffect(() => {
    void reporting(parts, async () => setCases(await parts.client.call('case.list', {})))
  }, [parts])
  // The list comes a moment after the dialog; who began to type a path by then goes on typing.
  const list = useRef<HTMLUListElement>(null)
  const typed = path !== ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the cases are here
  useEffect(() => {
    if (!typed) list.current?.querySelector<HTMLElement>('button:not([aria-current])')?.focus()
  }, [cases])
  const open = (chosen: string) => attempt(() => parts.client.call('case.open', { path: chosen }))
  return (
    <Dialog title="Open a case" onClose={close}>
      {cases === null || cases.length === 0 ? null : (
        <section>
          <h3 className="field-label">Cases opened on this machine</h3>
          <ul className="case-list" ref={list}>
            {cases.map((known) => (
              <li key={known.path}>
                <button
                  type="button"
                  aria-current={known.path === present ? 'true' : undefined}
                  onClick={() => (known.path === present ? close() : open(known.path))}
                >
                  <span className="main">{known.name}</span>
                  <span className="side">{known.path === present ? 'open now' : known.path}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (path.trim() !== '') open(path.trim())
        }}
      >
        <TextField
          label="Path of a case file"
          hint="A file whose name ends in .gainsay, wherever it lies."
          value={path}
          error={error}
          spellCheck={false}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
        <div className="form-foot">
          <Button submit look="primary" unavailable={unavailable(busy, path, 'Give a path first.')}>
            Open
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function CreateCase() {
  const parts = useParts()
  const close = useClose()
  const [name, setName] = useState('')
  const { error, busy, attempt } = useAttempt(close)
  return (
    <Dialog title="New case" description="An empty case, kept in your folder for cases." onClose={close}>
      <form
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (name.trim() !== '') attempt(() => parts.client.call('case.create', { name: name.trim() }))
        }}
      >
        <TextField
          data-autofocus
          label="Name"
          value={name}
          error={error}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <div className="form-foot">
          <Button onClick={close}>Cancel</Button>
          <Button submit look="primary" unavailable={unavailable(busy, name, 'Give the case a name first.')}>
            Make the case
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const unavailable = (busy: boolean, text: string, why: string) =>
  busy ? 'One moment …' : text.trim() === '' ? why : null

/** Does one thing and closes; an error stays in the dialog, where it can be mended. */
function useAttempt(done: () => void) {
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const attempt = (work: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    setError(null)
    work().then(done, (failure: unknown) => {
      setError(toWireError(failure).message)
      setBusy(false)
    })
  }
  return { error, busy, attempt }
}
