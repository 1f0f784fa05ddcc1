/**
 * Where the programs lie that run beside the host, in processes and threads of their own:
 * beside the code that starts them in the checkout (Node strips the types), and beside the
 * bundle in the build.
 */

/** Address of a program for code that lies at `from`; for one of the import, if nothing else is said. */
export function getProgramUrl(
  program: 'importWorker' | 'readerWatch' | 'relatedWorker',
  from: string = import.meta.url,
): URL {
  const name = from.endsWith('.ts') ? `${program}.ts` : `${program}.js`
  // A plain join: bundlers take `new URL('literal', import.meta.url)` for an asset.
  return new URL(from.slice(0, from.lastIndexOf('/') + 1) + name)
}
