import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test.each([
  [
    'long texts',
    `const bytes = Buffer.alloc(4_000_000, 'said ', 'utf16le')
    const take = () => Array.from({ length: 100 }, () => bytes.toString('utf16le')).length`,
  ],
  [
    'many small things',
    'const take = () => Array.from({ length: 3_000_000 }, (_, at) => ({ at, all: [at, at] })).length',
  ],
])('a host that %s went through gives back what it no longer uses', (_, take) => {
  const program = `
    import { hostMemory, hostMemoryInUse } from ${JSON.stringify(new URL('hostMemory.ts', import.meta.url).href)}
    ${take}
    take()
    console.log(JSON.stringify([hostMemory(), hostMemoryInUse()]))`
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  const [before, after] = JSON.parse(told) as [number, number] // as printed above
  expect(before).toBeGreaterThan(300)
  expect(after).toBeLessThan(before / 2)
})
