/** Says plainly that the host is gone, and that nothing can be changed until it is back. */
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/store.ts'
import { useParts } from '../workspace/context.ts'

export function ConnectionBar() {
  const { client } = useParts()
  const lost = useStore(client.connection, (state) => state === 'lost')
  return (
    <div role="alert" className="connection-slot">
      {lost ? (
        <p className="connection-bar">
          <Icon name="warn" />
          The connection to Gainsay’s host is lost. Everything up to now is saved, and you can read on.
          Gainsay keeps trying to reach it; if this stays, close the window and start Gainsay again.
        </p>
      ) : null}
    </div>
  )
}
