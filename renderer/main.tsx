/** The start of the renderer: makes the parts of the app and mounts it. */
import { createRoot } from 'react-dom/client'
import { mostBesideWork, mostUnderWay } from '../app/importWindow.ts'
import { defaultSettings, type Settings } from '../app/inputForms.ts'
import { App } from './App.tsx'
import { createClient } from './client/client.ts'
import { currentShell } from './client/shell.ts'
import { listenToShell } from './commands/commands.ts'
import { listenToKeys } from './commands/keyListener.ts'
import { keepLayout } from './compare/keepLayout.ts'
import { followCase } from './frame/followCase.ts'
import { followSettings } from './frame/followSettings.ts'
import { watchWork } from './frame/watchWork.ts'
import { createArticleList } from './library/articleList.ts'
import { createImportQueue } from './library/importQueue.ts'
import { createRecordStore } from './records/recordStore.ts'
import { createStore } from './ui/store.ts'
import type { Parts } from './workspace/context.ts'
import { createWorkspace } from './workspace/workspace.ts'

function createParts(): Parts {
  const shell = currentShell()
  const client = createClient(shell.transport)
  const workspace = createWorkspace()
  const isAtWork = watchWork(window)
  const records = createRecordStore(client, (error) => workspace.notify('refused', error.message))
  return {
    shell,
    client,
    records,
    workspace,
    settings: createStore<Settings>(defaultSettings),
    library: createArticleList(client, records, workspace),
    imports: createImportQueue(
      client,
      () => (isAtWork() ? mostBesideWork : mostUnderWay),
      () => records.info()?.path ?? null,
    ),
  }
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root.')
const parts = createParts()
followSettings(parts)
followCase(parts)
keepLayout(parts)
listenToKeys(parts)
listenToShell(parts)
// What was typed into a text and is not finished goes with the page; the shell asks before.
window.addEventListener('beforeunload', (event) => {
  if (parts.workspace.get().correcting?.dirty === true) event.preventDefault()
})
createRoot(root).render(<App parts={parts} />)
