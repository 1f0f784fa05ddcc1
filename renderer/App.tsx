/** The window: top bar, library, the view, status bar, and what lies over them. */
import { Dialogs } from './dialogs/Dialogs.tsx'
import { ConnectionBar } from './frame/ConnectionBar.tsx'
import { DropTarget } from './frame/DropTarget.tsx'
import { StatusBar } from './frame/StatusBar.tsx'
import { TopBar } from './frame/TopBar.tsx'
import { Library } from './library/Library.tsx'
import { MainView } from './MainView.tsx'
import { TooltipProvider } from './ui/Tooltip.tsx'
import { type Parts, PartsContext, useWorkspace } from './workspace/context.ts'
import './ui/theme.css'
import './ui/ui.css'
import './frame/frame.css'

export function App({ parts }: { readonly parts: Parts }) {
  return (
    <PartsContext value={parts}>
      <TooltipProvider>
        <Window />
      </TooltipProvider>
    </PartsContext>
  )
}

function Window() {
  const libraryOpen = useWorkspace((state) => state.libraryOpen)
  return (
    <div className="window">
      <TopBar />
      <ConnectionBar />
      <div className="middle">
        {libraryOpen ? <Library /> : null}
        <main className="stage" id="stage" tabIndex={-1}>
          <MainView />
        </main>
      </div>
      <StatusBar />
      <DropTarget />
      <Dialogs />
    </div>
  )
}
