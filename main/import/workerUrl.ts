/**
 * Where a worker lies: beside the code that starts it in the checkout (Node strips the
 * types), and beside the bundle as `importWorker.js` and the like in the build.
 */

/** Address of a worker, the import worker if no other is named, for code that lies at `from`. */
export function getWorkerUrl(from: string = import.meta.url, worker = 'importWorker'): URL {
  const name = `${worker}${from.endsWith('.ts') ? '.ts' : '.js'}`
  // A plain join: bundlers take `new URL('literal', import.meta.url)` for an asset.
  return new URL(from.slice(0, from.lastIndexOf('/') + 1) + name)
}
