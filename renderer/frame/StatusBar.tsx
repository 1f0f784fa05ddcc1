/**
 * The foot of the window: what the case holds, that it is saved, what undo would do, the
 * text size. Messages and the line of an import stand in it too, where they lie over
 * nothing; the counts give way to them.
 */
import { kinds } from '../../app/vocabulary.ts'
import { IconButton } from '../ui/Button.tsx'
import { KindMark } from '../ui/KindMark.tsx'
import { useStore } from '../ui/store.ts'
import { useParts, useRecords } from '../workspace/context.ts'
import { counted } from './counted.ts'
import { ImportPanel } from './ImportPanel.tsx'
import { NoticeBar } from './NoticeBar.tsx'
import { useCommand } from './useCommand.ts'

export function StatusBar() {
  const { client, settings } = useParts()
  const info = useRecords((records) => records.info())
  const whole = useRecords((records) => records.whole())
  const connection = useStore(client.connection, (state) => state)
  const textSize = useStore(settings, (state) => state.textSize)
  const larger = useCommand('text.larger')
  const smaller = useCommand('text.smaller')
  const theme = useCommand('theme.toggle')
  const undo = useCommand('history.undo')
  return (
    <footer className="status-bar">
      {info === null ? null : (
        <ul className="status-counts" aria-label="What the case holds">
          <li>{counted(info.articles, 'article')}</li>
          {kinds.map((kind) => (
            <li key={kind}>
              <KindMark kind={kind} />
              {counted(info.annotations[kind], kind)}
            </li>
          ))}
          <li>{counted(info.links, 'link')}</li>
          <li>{connection === 'lost' ? 'not connected' : whole ? 'saved' : 'passages are being read'}</li>
        </ul>
      )}
      <NoticeBar />
      <ImportPanel />
      <div className="status-right">
        {info?.history.undo ? (
          <button type="button" className="status-undo" onClick={undo.run}>
            <span>Undo: {info.history.undo}</span> <kbd>{undo.keys}</kbd>
          </button>
        ) : null}
        <IconButton icon="sun" label={theme.title} keys={theme.keys} onClick={theme.run} />
        <fieldset className="text-size">
          <legend className="visually-hidden">Text size</legend>
          <IconButton icon="minus" label={smaller.title} keys={smaller.keys} onClick={smaller.run} />
          <output aria-label="Text size">{textSize}</output>
          <IconButton icon="plus" label={larger.title} keys={larger.keys} onClick={larger.run} />
        </fieldset>
      </div>
    </footer>
  )
}
