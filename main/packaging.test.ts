/**
 * electron-builder.yml, read, checked and applied by electron-builder's own code: what
 * it would take into a package, without making one.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { getAppFolder } from './resources.ts'

type Platform = 'linux' | 'mac' | 'win'
type Config = Record<Platform, unknown> & { readonly files: readonly string[] }
type Filter = (path: string, stat: { isDirectory(): boolean }) => boolean
type Matcher = { createFilter(): Filter }
type Walker = { readonly filter: Filter }
type BuilderInternals = {
  getConfig(folder: string, path: string | null, more: object): Promise<Config>
  validateConfiguration(config: unknown, logger: { isEnabled: boolean }): Promise<void>
  getMainFileMatchers(...args: unknown[]): Matcher[]
  getNodeModuleFileMatcher(...args: unknown[]): Matcher
  readonly AppFileWalker: new (matcher: Matcher, packager: object) => Walker
}

const root = getAppFolder()
const builder = loadBuilder()
let config: Config
beforeAll(async () => {
  config = await builder.getConfig(root, null, {})
})

/** The parts of electron-builder that read, check and apply its configuration; it does not export them. */
function loadBuilder(): BuilderInternals {
  const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
  const library = 'app-builder-lib/out'
  // Typed by what is used of it here.
  return {
    ...require(`${library}/util/config/config`),
    ...require(`${library}/fileMatcher`),
    ...require(`${library}/util/AppFileWalker`),
  } as BuilderInternals
}

/** Tells of a path, relative to the top, whether a platform's package holds it. */
function openPackage(platform: Platform): (path: string) => boolean {
  const logger = { isEnabled: false }
  const packager = { config, projectDir: root, buildResourcesDir: 'packaging', debugLogger: logger }
  const asItIs = (pattern: string) => pattern
  const own = builder.getMainFileMatchers(
    root,
    '/out',
    asItIs,
    config[platform],
    { config, info: packager, debugLogger: logger },
    join(root, 'dist', 'packages'),
    false,
  )
  const modules = builder.getNodeModuleFileMatcher(root, '/out', asItIs, config[platform], packager)
  const ownFilters = own.map((matcher) => new builder.AppFileWalker(matcher, packager).filter)
  const moduleFilter = modules.createFilter()
  return (path) => {
    const filters = path.startsWith('node_modules/') ? [moduleFilter] : ownFilters
    return filters.some((filter) => filter(join(root, path), { isDirectory: () => false }))
  }
}

/** Every file of the project as it lies here, without dependencies, build and history. */
function listProject(folder = ''): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = folder ? `${folder}/${name}` : name
    if (['node_modules', 'dist', '.git', 'test-results'].includes(path)) return []
    return statSync(join(root, path)).isDirectory() ? listProject(path) : [path]
  })
}

test('the configuration is what electron-builder understands', async () => {
  await expect(builder.validateConfiguration(config, { isEnabled: false })).resolves.toBeUndefined()
  await expect(
    builder.validateConfiguration({ ...config, fileAsociations: [] }, { isEnabled: false }),
  ).rejects.toThrow(/fileAsociations/)
})

test('it names the app, its file type and a native module outside the archive, for all three systems', () => {
  expect(config).toMatchObject({
    appId: 'app.gainsay.Gainsay',
    productName: 'Gainsay',
    asar: true,
    asarUnpack: ['**/*.node'],
    npmRebuild: false,
    linux: { target: ['AppImage', 'deb'] },
    mac: { target: ['dmg'] },
    win: { target: ['nsis'] },
  })
  expect(config).toHaveProperty('fileAssociations.0.ext', 'gainsay')
})

describe.each(['linux', 'mac', 'win'] as const)('the package for %s', (platform) => {
  test('holds the build, the sample articles and package.json, and no source, test or tool', () => {
    const holds = openPackage(platform)
    const seeds = readdirSync(join(root, 'seeds'))
      .filter((name) => name.endsWith('.txt') || name.endsWith('.json'))
      .map((name) => `seeds/${name}`)
    expect(listProject().filter(holds).toSorted()).toEqual(['package.json', ...seeds].toSorted())
    const programs = ['electron.js', 'preload.cjs', 'importWorker.js', 'readerWatch.js']
    const built = programs.map((name) => `main/${name}`)
    for (const path of [...built, 'renderer/index.html', 'renderer/assets/index-1.css'])
      expect(holds(`dist/${path}`), path).toBe(true)
    for (const path of ['main/electron.js.map', 'packages/gainsay.deb', '.main-built-from'])
      expect(holds(`dist/${path}`), path).toBe(false)
  })

  test('holds the native module for its own system, and not its sources', () => {
    const holds = openPackage(platform)
    const prebuilds = readdirSync(join(root, 'node_modules', 'better-sqlite3', 'prebuilds'))
    const names = { linux: /^linux/, mac: /^darwin/, win: /^win32/ }
    const held = prebuilds.filter((name) => holds(`node_modules/better-sqlite3/prebuilds/${name}`))
    expect(held.toSorted()).toEqual(prebuilds.filter((name) => names[platform].test(name)).toSorted())
    expect(held.length).toBeGreaterThan(1)
    expect(holds('node_modules/better-sqlite3/lib/index.js')).toBe(true)
    expect(holds('node_modules/better-sqlite3/deps/sqlite3/sqlite3.c')).toBe(false)
  })

  test('holds every dependency that the main process imports', () => {
    const holds = openPackage(platform)
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const imported = listImports(['app', 'db', 'main'])
    expect(imported).toContain('better-sqlite3')
    expect(imported.filter((name) => !(name in dependencies))).toEqual([])
    expect(imported.filter((name) => !holds(`node_modules/${name}/package.json`))).toEqual([])
  })
})

/** The packages imported by the files of these folders, tests and what Electron brings left out. */
function listImports(folders: readonly string[]): string[] {
  const files = folders
    .flatMap((folder) => listProject(folder))
    .filter(
      (path) =>
        /\.ts$/.test(path) &&
        // The scorer runs in the checkout only; the package does not hold it.
        !/(\.test\.ts|\/test[A-Z]\w+\.ts)$|(?:^|\/)import\/score\//.test(path.replaceAll(sep, '/')),
    )
  const names = files.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/^(?:import|export) .*?from '([^.'][^']*)'/gms)].map(
      ([, source = '']) =>
        source
          .split('/')
          .slice(0, source.startsWith('@') ? 2 : 1)
          .join('/'),
    ),
  )
  return [...new Set(names)].filter((name) => name !== 'electron' && !name.startsWith('node:')).toSorted()
}
