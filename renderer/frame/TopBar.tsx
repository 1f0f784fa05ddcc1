/** The head of the window: the case, the search for anything, the views, undo and redo. */
import { useEffect, useState } from 'react'
import type { KnownCase } from '../../app/results.ts'
import { openCase } from '../commands/caseCommands.ts'
import { reporting } from '../commands/commands.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../ui/Menu.tsx'
import { SteadyLabel } from '../ui/SteadyLabel.tsx'
import { useParts, useRecords, useWorkspace } from '../workspace/context.ts'
import type { View } from '../workspace/workspace.ts'
import { CommandItems } from './CommandItems.tsx'
import { useCommand } from './useCommand.ts'

export function TopBar() {
  const { workspace } = useParts()
  const libraryOpen = useWorkspace((state) => state.libraryOpen)
  const palette = useCommand('palette')
  return (
    <header className="top-bar">
      <h1 className="visually-hidden">Gainsay</h1>
      <div className="top-left">
        <IconButton
          icon="sidebar"
          label={libraryOpen ? 'Hide the articles' : 'Show the articles'}
          aria-expanded={libraryOpen}
          onClick={() => workspace.patch({ libraryOpen: !libraryOpen })}
        />
        <BackButton />
        <CaseMenu />
      </div>
      <button type="button" className="anything" onClick={palette.run}>
        <Icon name="search" size={14} />
        <span>Search or do anything</span>
        <kbd>{palette.keys}</kbd>
      </button>
      <div className="top-right">
        <nav className="views" aria-label="Views">
          <ViewButton view="read" label="Read" />
          <ViewButton view="compare" label="Compare" />
          <ViewButton view="ledger" label="Ledger" />
          <ViewButton view="timeline" label="Timeline" />
          <ViewButton view="graph" label="Graph" />
          <ViewButton view="report" label="Report" />
        </nav>
        <HistoryButton id="history.undo" />
        <HistoryButton id="history.redo" />
      </div>
    </header>
  )
}

function BackButton() {
  const command = useCommand('view.back')
  const nothing = useWorkspace((state) => state.trail.length === 0)
  return (
    <IconButton
      icon="back"
      label={command.title}
      keys={command.keys}
      unavailable={nothing ? 'Nothing to go back to' : null}
      onClick={command.run}
    />
  )
}

type NamedView = Exclude<View, 'revisions'>

function ViewButton({ view, label }: { readonly view: NamedView; readonly label: string }) {
  const chosen = useWorkspace((state) => (state.view === 'revisions' ? 'compare' : state.view) === view)
  const command = useCommand(`view.${view}`)
  return (
    <button
      type="button"
      className="view-button"
      aria-current={chosen ? 'page' : undefined}
      aria-keyshortcuts={command.ariaKeys}
      onClick={command.run}
    >
      <SteadyLabel>{label}</SteadyLabel>
    </button>
  )
}

function HistoryButton({ id }: { readonly id: 'history.undo' | 'history.redo' }) {
  const command = useCommand(id)
  const undo = id === 'history.undo'
  const label = useRecords((records) => (undo ? records.history().undo : records.history().redo))
  return (
    <IconButton
      icon={undo ? 'undo' : 'redo'}
      label={label === null ? command.title : `${command.title}: ${label}`}
      keys={command.keys}
      unavailable={label === null ? `Nothing to ${undo ? 'undo' : 'redo'}` : null}
      onClick={command.run}
    />
  )
}

function CaseMenu() {
  const name = useRecords((records) => records.info()?.name ?? null)
  return (
    <Menu
      label="Case"
      trigger={
        <Button look="plain" className="case-name">
          <span>{name ?? 'Gainsay'}</span>
          <Icon name="down" size={12} />
        </Button>
      }
    >
      <RecentCases />
      <CommandItems ids={['case.open', 'case.create', 'case.check']} />
    </Menu>
  )
}

/** Asks for the known cases each time the menu is opened, since this is mounted then. */
function RecentCases() {
  const parts = useParts()
  const path = useRecords((records) => records.info()?.path ?? null)
  const [cases, setCases] = useState<readonly KnownCase[] | null>(null)
  useEffect(() => {
    void reporting(parts, async () => setCases(await parts.client.call('case.list', {})))
  }, [parts])
  const others = (cases ?? []).filter((known) => known.path !== path).slice(0, 8)
  if (others.length === 0) return null
  return (
    <>
      <MenuLabel>Recent cases</MenuLabel>
      {others.map((known) => (
        <MenuItem key={known.path} onSelect={() => void reporting(parts, () => openCase(parts, known.path))}>
          {known.name}
        </MenuItem>
      ))}
      <MenuLine />
    </>
  )
}
