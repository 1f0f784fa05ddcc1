/** Numbers at the edges of the columns: so many threads from the screen end further up or down. Each leads there. */
import { counted } from '../frame/counted.ts'
import { useCommand } from '../frame/useCommand.ts'
import { useStore } from '../ui/store.ts'
import { useParts } from '../workspace/context.ts'
import { goToEdge, threadEdges } from './threadEdges.ts'
import type { ThreadCount } from './threadGeometry.ts'

export function EdgeCounts() {
  const counts = useStore(threadEdges, (now) => now)
  if (counts.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form
    <div className="thread-edges" role="group" aria-label="Threads out of view">
      {counts.map((count) => (
        <EdgeCount key={`${count.column} ${count.side} ${count.away}`} count={count} />
      ))}
    </div>
  )
}

function EdgeCount({ count }: { readonly count: ThreadCount }) {
  const parts = useParts()
  const { keys } = useCommand(count.away === 'above' ? 'compare.threadsAbove' : 'compare.threadsBelow')
  const where = count.away === 'above' ? 'further up' : 'further down'
  const name = `${counted(count.count, 'linked passage')} ${where} in column ${count.column + 1}`
  return (
    <button
      type="button"
      className={`thread-edge ${count.away} ${count.side}`}
      style={{ insetInlineStart: 0, transform: `translate(${count.x}px, ${count.y}px)` }}
      aria-label={name}
      title={`${name} (${keys})`}
      onClick={() => goToEdge(parts, count)}
    >
      {count.away === 'above' ? '↑' : '↓'} {count.count}
    </button>
  )
}
