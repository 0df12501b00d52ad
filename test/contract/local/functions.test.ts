import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// Outside the project, where nothing is found but what was built: as after WeChat's upload.
const place = mkdtempSync(path.join(tmpdir(), 'functions-'))
const functions = path.join(place, 'cloudfunctions')
const lazy = path.join(place, 'lazy')
const DOMAINS = ['diagnostics', 'files', 'people', 'policies']

beforeAll(() => {
  const source = path.join(process.cwd(), 'test/contract/local/lazy-domain')
  node(`import('./config/build-functions.mjs').then(async ({ buildFunctions, buildDomain }) => { await buildFunctions(${JSON.stringify(place)}); await buildDomain(${JSON.stringify(source)}, ${JSON.stringify(lazy)}) })`)
}, 60_000)
afterAll(() => { rmSync(place, { recursive: true, force: true }) })

const node = (script: string, env: Record<string, string> = {}, cwd = process.cwd()) =>
  execFileSync(process.execPath, ['-e', script], { cwd, encoding: 'utf8', env: { PATH: process.env.PATH!, ...env } })

describe('the built cloud functions', () => {
  it.each(DOMAINS)('%s is a folder of its own that loads anywhere, and says that its store is missing', (domain) => {
    const folder = path.join(functions, domain)
    const said = node(`require('./${domain}').main({}).then(() => console.log('answered'), (e) => console.log(e.message))`, {}, functions)
    expect(said).toMatch(/CloudBase 存储适配器尚未实现/)
    expect(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))).toMatchObject({ name: domain, main: 'index.js', dependencies: {} })
    expect(existsSync(path.join(folder, 'config.json'))).toBe(true)
    expect(statSync(path.join(folder, 'index.js')).size).toBeLessThanOrEqual(150 * 1024)
  })

  it('are all the domains and nothing else', () => {
    expect(readdirSync(functions).sort()).toEqual(expect.arrayContaining(DOMAINS))
    expect(readdirSync(functions)).not.toContain('contract')
    expect(readdirSync(functions)).not.toContain('local')
  })
})

describe('code that is imported dynamically', () => {
  const loadedAfter = (then: string) => node(`
    const main = require('./lazy').main
    const loaded = () => Object.keys(require.cache).map((file) => require('node:path').basename(file)).join(' ')
    ${then}`, {}, place)

  it('is a file of its own, not read when the function loads', () => {
    expect(statSync(path.join(lazy, 'index.js')).size).toBeLessThan(60 * 1024)
    expect(readdirSync(path.join(lazy, 'chunks')).some((name) => statSync(path.join(lazy, 'chunks', name)).size > 200 * 1024)).toBe(true)
    expect(loadedAfter('console.log(loaded())')).not.toContain('heavy')
  })

  it('works when it is needed, and knows the same errors as the entry', () => {
    const chunk = readdirSync(path.join(lazy, 'chunks')).find((name) => name.startsWith('heavy'))!
    const out = loadedAfter(`
      const heavy = require('./lazy/chunks/${chunk}')
      let thrown; try { heavy.toPinyin('?') } catch (e) { thrown = e }
      console.log(heavy.toPinyin('稀土'), thrown.code, thrown.constructor.name)`)
    expect(out.trim()).toBe('xi tu CONFLICT AppError')
  })
})
