import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { systemClock } from '../kernel/clock'
import { createLocalPlatform } from '../platform/local'
import { importCatalogue } from '../policies/import-catalogue'
import { openSqliteStore } from '../store/sqlite'
import type { Store } from '../store/port'
import { banner } from './banner'
import { demoPeople } from './demo-people'
import { collections, handlers } from './domains'
import { prepareFolder } from './prepare-folder'
import { sessionSecret } from './secret'
import { readCatalogue, readEnterprises } from './seed/read-seed'
import { seedPeople } from './seed/seed-people'
import { buildServer } from './server'
import { readSettings } from './settings'
import { stopOnSignals } from './shutdown'
import { StartError } from './start-error'
import { whyNotStarted } from './why-not-started'

async function main(): Promise<void> {
  const settings = readSettings(process.env, __dirname)
  const { dataDir, demo, host, port } = settings
  prepareFolder(dataDir)
  const clock = systemClock
  const secret = sessionSecret(dataDir, settings.sessionSecret)
  const store = await openSqliteStore({ path: path.join(dataDir, 'service.sqlite'), clock, collections })
  await loadCatalogue(store, settings.seedDir)
  await seedPeople(store, readEnterprises(settings.seedDir))
  const app = await buildServer({ ...settings, handlers, store, platform: createLocalPlatform({ dataDir, secret, clock }), clock, secret })
  await app.listen({ port, host })
  stopOnSignals(app, store)
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${(app.server.address() as AddressInfo).port}/`
  console.log(banner({ ...settings, address, people: demo ? await demoPeople(store) : [] }))
}

/** Repeatable: records that were imported before and have not changed cost a comparison. */
async function loadCatalogue(store: Store, seedDir: string): Promise<void> {
  const { published, drafts, problems } = await importCatalogue(store, systemClock, readCatalogue(seedDir))
  const [first] = problems
  if (first) {
    const others = problems.length > 1 ? `（另有 ${problems.length - 1} 处）` : ''
    throw new StartError(`政策目录有误，没有导入：记录 ${first.record} 的 ${first.field}：${first.message}${others}。请改正 ${path.join(seedDir, 'catalogue.json')} 后重新启动。`)
  }
  if (published + drafts > 0) console.log(`政策目录已导入：发布 ${published} 份，草稿 ${drafts} 份。`)
}

main().catch((failure: unknown) => {
  // One line that says what to do; whoever must see more sets LOG_LEVEL=debug.
  console.error(whyNotStarted(failure))
  if (process.env.LOG_LEVEL === 'debug') console.error(failure)
  process.exit(1)
})
