/**
 * Where the import worker lies: beside this file in the checkout (Node strips the
 * types), and beside the bundle as `importWorker.js` in the build.
 */

/** Address of the worker for code that lies at `from`. */
export function getWorkerUrl(from: string = import.meta.url): URL {
  const name = from.endsWith('.ts') ? 'importWorker.ts' : 'importWorker.js'
  // A plain join: bundlers take `new URL('literal', import.meta.url)` for an asset.
  return new URL(from.slice(0, from.lastIndexOf('/') + 1) + name)
}
