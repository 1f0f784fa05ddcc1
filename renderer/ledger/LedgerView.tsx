/** The ledger: threads as rows or as a matrix, what is still open, and the actors. */
import { useStore } from '../ui/store.ts'
import { NothingTagged } from '../views/NothingTagged.tsx'
import { useRecords } from '../workspace/context.ts'
import { ActorsTab } from './ActorsTab.tsx'
import { ledgerState } from './ledgerState.ts'
import { MatrixTab } from './MatrixTab.tsx'
import { OpenItemsTab } from './OpenItemsTab.tsx'
import { ThreadsTab } from './ThreadsTab.tsx'
import '../views/views.css'
import './ledger.css'

export function LedgerView() {
  const tab = useStore(ledgerState, (state) => state.tab)
  const passages = useRecords((records) => records.annotations().size)
  if (passages === 0) return <NothingTagged where="in the ledger" />
  switch (tab) {
    case 'threads':
      return <ThreadsTab />
    case 'matrix':
      return <MatrixTab />
    case 'open':
      return <OpenItemsTab />
    case 'actors':
      return <ActorsTab />
  }
}
