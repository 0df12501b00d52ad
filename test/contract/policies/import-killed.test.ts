import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildSync } from 'esbuild'
import { catalogueHead, collections, HEAD_ID, policies, policyEditions } from '../../../cloudfunctions/policies/collections'
import { openSqliteStore } from '../../../cloudfunctions/store/sqlite'
import { clock } from '../../unit/policies/support/store'

const KILLS = 20
const root = path.join(__dirname, '../../..')

/** Imports the whole catalogue over and over, each time with every title changed, until it is killed. */
const PROGRAM = `
  import { readFileSync } from 'node:fs'
  import { collections } from './cloudfunctions/policies/collections'
  import { importCatalogue } from './cloudfunctions/policies/import-catalogue'
  import { openSqliteStore } from './cloudfunctions/store/sqlite'
  const [, , database, start] = process.argv
  const clock = { now: () => Date.now() }
  const json = JSON.parse(readFileSync('cloudfunctions/local/seed/catalogue.json', 'utf8'))
  const main = async () => {
    const opened = await openSqliteStore({ path: database, clock, collections })
    const say = (what) => process.stdout.write(what + '\\n')
    const transact = async (work) => { say('writes'); const result = await opened.transact(work); say('written'); return result }
    const store = { in: (collection) => opened.in(collection), transact, close: () => opened.close() }
    for (let round = Number(start); ; round += 1) {
      for (const document of json.documents) document.title = '第' + round + '轮'
      say('begins ' + round)
      const { problems } = await importCatalogue(store, clock, json)
      if (problems.length > 0) throw new Error(JSON.stringify(problems))
      say('done ' + round)
    }
  }
  main().catch((failure) => { console.error(failure); process.exit(1) })
`

it('an import killed anywhere has happened whole or not at all', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'import-killed-'))
  const [program, database] = [path.join(folder, 'program.cjs'), path.join(folder, 'test.sqlite')]
  try {
    buildSync({
      stdin: { contents: PROGRAM, resolveDir: root, loader: 'ts' }, outfile: program, bundle: true, platform: 'node', format: 'cjs', target: 'node20',
      packages: 'external', supported: { 'dynamic-import': false }, logLevel: 'error',
    })
    let killedWhileWriting = 0
    for (let kill = 0, start = 1; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, [program, database, String(start)], { cwd: root, env: { ...process.env, NODE_PATH: path.join(root, 'node_modules') } })
      let said = ''
      let complaint = ''
      child.stdout.on('data', (data: Buffer) => { said += data.toString() })
      child.stderr.on('data', (data: Buffer) => { complaint += data.toString() })
      while (!said.includes('begins') && child.exitCode === null) await once(child.stdout, 'data')
      // From before the first write to a few imports on: the delays differ, so that the kills fall into every stage.
      await new Promise((resolve) => setTimeout(resolve, kill < 3 ? kill * 50 : 250 + ((kill * 137) % 500)))
      child.kill('SIGKILL')
      await once(child, 'close')
      expect(complaint).toBe('')
      const last = Math.max(0, ...[...said.matchAll(/done (\d+)/g)].map(([, round]) => Number(round)))
      const round = await soundRound(database)
      // What was reported done is there; what had begun may be.
      expect(round).toBeGreaterThanOrEqual(last)
      if (said.lastIndexOf('writes') > said.lastIndexOf('written')) killedWhileWriting += 1
      start = round + 1
    }
    // A third of the time goes into writing: without such a kill the test would have shown nothing.
    expect(killedWhileWriting).toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)

/** Which import the database shows, having checked that it shows that one in every part. 0 before the first. */
async function soundRound(database: string): Promise<number> {
  const store = await openSqliteStore({ path: database, clock, collections })
  try {
    const { docs } = await store.in(policies).page('bySeq', { limit: 1000 })
    const head = await store.in(catalogueHead).get(HEAD_ID)
    if (docs.length === 0) {
      expect(head).toBeNull()
      return 0
    }
    expect(docs).toHaveLength(187)
    const titles = new Set(docs.map(({ policy }) => policy.title))
    expect(titles.size).toBe(1)
    const editions = new Set(docs.map(({ edition }) => edition))
    expect(editions.size).toBe(1)
    const [edition] = editions
    expect(head).toMatchObject({ seq: 155 * edition!, total: 155 })
    expect(Math.max(...docs.map(({ seq }) => seq))).toBe(head!.seq)
    const [published] = docs.filter(({ state }) => state === 'published')
    expect((await store.in(policyEditions).get(`${published!._id}:${edition! - 1}`)) !== null).toBe(edition! > 1)
    expect(await store.in(policyEditions).get(`${published!._id}:${edition}`)).toBeNull()
    return Number(/\d+/.exec([...titles][0]!)![0])
  } finally {
    await store.close()
  }
}
