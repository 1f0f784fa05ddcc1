/** Actors as a field completes them: by name and by every alias. */
import type { Actor } from '../../app/model.ts'

/** Every name and alias, each once, names first. */
export const actorNames = (actors: readonly Actor[]): string[] => [
  ...new Set([...actors.map((actor) => actor.name), ...actors.flatMap((actor) => actor.aliases)]),
]

/** The name of the actor whom the text names by an alias, else the text. */
export function nameMeant(actors: readonly Actor[], text: string): string {
  if (actors.some((actor) => actor.name === text)) return text
  const wanted = text.trim().toLowerCase()
  const found = actors.find(
    (actor) =>
      actor.name.toLowerCase() === wanted || actor.aliases.some((alias) => alias.toLowerCase() === wanted),
  )
  return found?.name ?? text
}
