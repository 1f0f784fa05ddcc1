/** Above an open article: the articles that tell of the same, and correcting what is wrong in this one. */
import { useCommand } from '../frame/useCommand.ts'

const shown = ['article.related', 'article.correct', 'article.metadata'] as const

export function HeadCommands() {
  return (
    <p className="standing">
      {shown.map((id) => (
        <HeadCommand key={id} id={id} />
      ))}
    </p>
  )
}

function HeadCommand({ id }: { readonly id: (typeof shown)[number] }) {
  const { title, keys, run } = useCommand(id)
  return (
    <button type="button" className="quiet" onClick={run}>
      {title} {keys === undefined ? null : <kbd>{keys}</kbd>}
    </button>
  )
}
