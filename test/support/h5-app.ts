import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { collections, handlers } from '../../cloudfunctions/local/domains'
import { readCatalogue, readEnterprises } from '../../cloudfunctions/local/seed/read-seed'
import { seedPeople } from '../../cloudfunctions/local/seed/seed-people'
import { buildServer } from '../../cloudfunctions/local/server'
import { createLocalPlatform } from '../../cloudfunctions/platform/local'
import type { CatalogueEntry } from '../../cloudfunctions/contract/policies/schemas'
import { applyChanges } from '../../cloudfunctions/policies/publish'
import type { Store } from '../../cloudfunctions/store/port'
import { importCatalogue } from '../../cloudfunctions/policies/import-catalogue'
import { openSqliteStore } from '../../cloudfunctions/store/sqlite'
import { launchBrowser } from './browser'

/** The day of every journey, so that "ends soon" means the same next year. */
export const NOW = Date.parse('2026-11-24T02:00:00Z')
const ROOT = path.resolve(__dirname, '../..')
const SEED = path.join(ROOT, 'cloudfunctions/local/seed')

export interface RunningServer {
  url: string
  close(): Promise<void>
}

/**
 * The one-machine server with the built H5 pages, its clock standing on NOW.
 * @param entries published policies to serve instead of the real catalogue
 * @param port a free one unless told
 */
export async function startServer(entries?: readonly CatalogueEntry[], port = 0): Promise<RunningServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'h5-journey-'))
  const clock = { now: () => NOW }
  const store = await openSqliteStore({ path: path.join(dataDir, 'service.sqlite'), clock, collections })
  if (entries) await publishAll(store, entries)
  else {
    const { problems } = await importCatalogue(store, clock, readCatalogue(SEED))
    if (problems.length > 0) throw new Error(JSON.stringify(problems[0]))
  }
  await seedPeople(store, readEnterprises(SEED))
  const secret = 'only for journeys'
  const app = await buildServer({
    handlers, store, clock, secret, demo: true, webDir: path.join(ROOT, 'dist/h5'), platform: createLocalPlatform({ dataDir, secret, clock }),
    // Journeys hurry from page to page; the limit has tests of its own.
    rateLimiter: { allow: () => true },
  })
  await app.listen({ port, host: '127.0.0.1' })
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    async close() {
      await app.close()
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function publishAll(store: Store, entries: readonly CatalogueEntry[]): Promise<void> {
  const changes = entries.map(({ policy, titlePinyin, itemPinyin }) => ({
    policyId: policy.id, next: () => ({ policy, titlePinyin, itemPinyin, state: 'published' as const, importDigest: null }),
  }))
  await applyChanges(store, changes, new Date(NOW).toISOString())
}

/** A reader's browser: phone-sized, its clock standing on NOW, every complaint of the console remembered. */
export interface Reader { page: Page; context: BrowserContext; complaints: string[] }

/** Opens a fresh reader with nothing stored. @param desk a wide window instead of a phone's */
export async function openReader(browser: Browser, url: string, { desk = false } = {}): Promise<Reader> {
  const context = await browser.newContext({
    baseURL: url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai',
    ...(desk ? { viewport: { width: 1280, height: 900 } } : { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }),
  })
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // A call that fails for want of a network is the journey's own doing.
    if (message.type() === 'error' && !message.text().includes('ERR_INTERNET_DISCONNECTED')) complaints.push(message.text())
  })
  return { page, context, complaints }
}

export { launchBrowser }
