import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a host that long texts went through gives back what it no longer uses', () => {
  const program = `
    import { hostMemory, hostMemoryInUse } from ${JSON.stringify(new URL('hostMemory.ts', import.meta.url).href)}
    const bytes = Buffer.alloc(4_000_000, 'said ', 'utf16le')
    const take = () => Array.from({ length: 100 }, () => bytes.toString('utf16le')).length
    take()
    console.log(JSON.stringify([hostMemory(), hostMemoryInUse()]))`
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
  const [before, after] = JSON.parse(told) as [number, number] // as printed above
  expect(before).toBeGreaterThan(300)
  expect(after).toBeLessThan(before / 2)
})
