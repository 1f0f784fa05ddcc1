/** The view that is chosen. */
import { ReadView } from './read/ReadView.tsx'
import { useWorkspace } from './workspace/context.ts'

export function MainView() {
  const view = useWorkspace((state) => state.view)
  switch (view) {
    case 'read':
      return <ReadView />
    case 'compare':
      return <ReadView />
    case 'report':
      return <ReadView />
  }
}
