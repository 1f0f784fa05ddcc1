/**
 * Sets things along a line apart: each at least `distance` from the next, in the order
 * given, none before `least`, and together as near as can be to where they want to be.
 *
 * @param wanted positions, rising
 */
export function setApart(
  wanted: readonly number[],
  distance: number,
  least = Number.NEGATIVE_INFINITY,
): number[] {
  // Runs that push each other stand around the mean of what their members want.
  const runs: { first: number; count: number; sum: number }[] = []
  wanted.forEach((position, first) => {
    // Measured from where the distance alone would put it, all want to stand at one place.
    let run = { first, count: 1, sum: position - first * distance }
    for (let before = runs.at(-1); before !== undefined; before = runs.at(-1)) {
      if (before.sum / before.count <= run.sum / run.count) break
      runs.pop()
      run = { first: before.first, count: before.count + run.count, sum: before.sum + run.sum }
    }
    runs.push(run)
  })
  return runs.flatMap(({ first, count, sum }) =>
    Array.from({ length: count }, (_, index) => {
      const place = Math.max(sum / count, least)
      return place + (first + index) * distance
    }),
  )
}
