/** The parts of the ledger, of which one is shown. */
import { SteadyLabel } from '../ui/SteadyLabel.tsx'
import { useStore } from '../ui/store.ts'
import { type LedgerTab, ledgerState, ledgerTabs, patchLedger } from './ledgerState.ts'

const tabNames: { readonly [T in LedgerTab]: string } = {
  threads: 'Threads',
  matrix: 'Matrix',
  open: 'Open items',
  actors: 'Actors',
}

/** The parts of the ledger, of which one is shown. */
export function LedgerTabs({ counts }: { readonly counts?: Partial<Record<LedgerTab, number>> }) {
  const chosen = useStore(ledgerState, (state) => state.tab)
  return (
    <nav className="view-tabs" aria-label="Parts of the ledger">
      {ledgerTabs.map((tab) => (
        <button
          key={tab}
          type="button"
          aria-current={tab === chosen ? 'page' : undefined}
          onClick={() => patchLedger({ tab })}
        >
          <SteadyLabel>{tabNames[tab]}</SteadyLabel>
          {counts?.[tab] === undefined ? null : <small>{counts[tab].toLocaleString('en')}</small>}
        </button>
      ))}
    </nav>
  )
}
