/** How far the reading of all articles is, and the way to stop it; what an empty list says meanwhile. */
import type { RelatingProgress } from '../../app/results.ts'
import { counted } from '../frame/counted.ts'
import { Button } from '../ui/Button.tsx'
import type { LookUp } from './useRelating.ts'

type Rows = RelatingProgress & { readonly rows: readonly unknown[] }

/** The line under the list; `noun` is what is listed, in the singular. */
export function Relating({ lookUp, noun }: { readonly lookUp: LookUp<Rows>; readonly noun: string }) {
  const { found, progress, stop, goOn } = lookUp
  const number = (value: number) => value.toLocaleString('en')
  const reading = progress !== null && progress.read < progress.of
  return (
    <div className="relating">
      <p role="status">
        {progress === null
          ? 'Looking through the articles …'
          : reading
            ? `${number(progress.read)} of ${number(progress.of)} articles looked through${progress.stopped ? '; stopped' : ' so far'}`
            : `${counted(found?.rows.length ?? 0, noun)} among ${number(progress.of)}${noun.endsWith('article') ? '' : ' articles'}`}
      </p>
      {reading && <progress value={progress.read} max={progress.of} aria-label="Articles looked through" />}
      {reading &&
        (progress.stopped ? <Button onClick={goOn}>Go on</Button> : <Button onClick={stop}>Stop</Button>)}
    </div>
  )
}

/** What the list says while it shows nothing; `none` is said once everything was looked through. */
export function emptyWords({ found, fault }: LookUp<Rows>, unmatched: string, none: string): string {
  if (fault !== null) return fault
  if (found === null) return 'Looking through the articles …'
  if (found.rows.length > 0) return unmatched
  return found.read < found.of ? 'Nothing so far.' : none
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`
