import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import automator from 'miniprogram-automator'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../browser'
import { startHost, type Host, type HostOptions } from '../index'

export const FIXTURE = path.join(__dirname, '../fixture')

export type App = Awaited<ReturnType<typeof automator.connect>>
export type Page = NonNullable<Awaited<ReturnType<App['currentPage']>>>
export type Element = NonNullable<Awaited<ReturnType<Page['$']>>>

export interface Session {
  host: Host
  app: App
  page(): Promise<Page>
  /** Opens a page fresh, without automator's three-second nap. */
  open(url: string): Promise<Page>
  /** Finds one element; its absence is an error. */
  $(selector: string): Promise<Element>
  data<T = any>(path?: string): Promise<T>
  /** Calls a wx API and answers its failure's errMsg instead of throwing. */
  fails(method: string, ...args: unknown[]): Promise<string>
  log(): Promise<string[]>
  end(): Promise<void>
}

jest.setTimeout(30_000)

let browser: Promise<Browser> | undefined

/** One Chromium a test file. */
export function useBrowser() {
  afterAll(async () => { await (await browser)?.close(); browser = undefined })
}

/** Starts the fixture (or another app) and connects the official client. */
export async function session(options: Partial<HostOptions> = {}): Promise<Session> {
  const host = await startHost({ dist: FIXTURE, browser: await (browser ??= launchBrowser()), ...options })
  const app = await automator.connect({ wsEndpoint: host.wsEndpoint })
  const page = async () => (await app.currentPage())!
  return {
    host,
    app,
    page,
    async open(url) { await app.callWxMethod('reLaunch', { url }); return page() },
    async $(selector) {
      const element = await (await page()).$(selector)
      if (!element) throw new Error(`no ${selector} on ${(await page()).path}`)
      return element
    },
    data: async (where) => (await page()).data(where),
    async fails(method, ...args) {
      try { await app.callWxMethod(method, ...args) } catch (error) { return (error as Error).message }
      throw new Error(`wx.${method} did not fail`)
    },
    log: () => app.evaluate('function () { return getApp().log }'),
    async end() { app.disconnect(); await host.close() },
  }
}

/** Writes a small mini-program of its own. A page `a` needs only `a.js` and `a.wxml`. */
export function tinyApp(files: Record<string, string>, app: object = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
  const all: Record<string, string> = {
    'app.json': JSON.stringify({ pages: ['a'], ...app }), 'app.js': 'App({})', 'a.wxml': '<view class="a">甲</view>', 'a.js': 'Page({})', ...files,
  }
  for (const [name, content] of Object.entries(all)) {
    const file = path.join(folder, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, content)
  }
  return folder
}

/** Waits for a condition; never a fixed time. */
export async function until<T>(probe: () => Promise<T> | T, patience = 5000): Promise<NonNullable<T>> {
  const deadline = Date.now() + patience
  for (;;) {
    const value = await probe()
    if (value) return value
    if (Date.now() > deadline) throw new Error(`waited ${patience} ms in vain for ${probe.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
