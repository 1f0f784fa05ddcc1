/** Disjoint sets of numbers with union by size and path halving (Tarjan and van Leeuwen 1984). */
export class UnionFind {
  private readonly parents: Int32Array
  private readonly sizes: Int32Array

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, index) => index)
    this.sizes = new Int32Array(count).fill(1)
  }

  /** The number that stands for the set of this one. */
  find(item: number): number {
    let at = item
    for (let up = this.parents[at] ?? at; up !== at; up = this.parents[at] ?? at) {
      const over = this.parents[up] ?? up
      this.parents[at] = over
      at = over
    }
    return at
  }

  union(a: number, b: number): void {
    const one = this.find(a)
    const other = this.find(b)
    if (one === other) return
    const [small, large] = (this.sizes[one] ?? 0) < (this.sizes[other] ?? 0) ? [one, other] : [other, one]
    this.parents[small] = large
    this.sizes[large] = (this.sizes[large] ?? 0) + (this.sizes[small] ?? 0)
  }
}
