/** The two ways to set two columns against each other: what both say, and what only one says; pressed again, the list is put away. */
import { useCommand } from '../frame/useCommand.ts'
import { SteadyLabel } from '../ui/SteadyLabel.tsx'
import { type RelatedList, type RelatedState, relatedCount } from './relatedState.ts'

export function RelatedTabs({ state }: { readonly state: Pick<RelatedState, 'found' | 'list'> | null }) {
  return (
    <>
      <RelatedTab id="compare.related" list="pairs" words="Both say" state={state} />
      <RelatedTab id="compare.only" list="only" words="Only one says" state={state} />
    </>
  )
}

function RelatedTab({
  id,
  list,
  words,
  state,
}: {
  readonly id: 'compare.related' | 'compare.only'
  readonly list: RelatedList
  readonly words: string
  readonly state: Pick<RelatedState, 'found' | 'list'> | null
}) {
  const { title, keys, ariaKeys, run } = useCommand(id)
  const found = state?.found ?? null
  return (
    <button
      type="button"
      className="related-tab"
      title={`${title} (${keys})`}
      aria-keyshortcuts={ariaKeys}
      aria-pressed={state?.list === list}
      onClick={run}
    >
      <SteadyLabel>{found === null ? words : `${words} ${relatedCount({ found, list })}`}</SteadyLabel>{' '}
      <kbd>{keys}</kbd>
    </button>
  )
}

/** Under the columns while neither list is open. */
export function RelatedStrip() {
  return (
    <section className="related" aria-label="Related passages">
      <div className="related-head closed">
        <RelatedTabs state={null} />
      </div>
    </section>
  )
}
