import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser'
import { NOW, startServer, type RunningServer } from '../support/h5-app'
import { WeappDriver, type DriverOptions } from '../support/weapp-driver'

/** Where the weapp build calls, unless it was built for another address. */
const BUILT_IN_ADDRESS = process.env.API_BASE_URL ?? 'http://127.0.0.1:3000'
/** Pictures of the main pages, of the last run. */
const PICTURES = path.resolve(__dirname, '../../dist/pictures/weapp')

jest.setTimeout(60_000)

export interface Journeys { start(options?: DriverOptions): Promise<WeappDriver> }

/** For a test file: one server with the real catalogue and one Chromium; each journey starts the app on its own phone. */
export function useJourneys(): Journeys {
  let server: RunningServer
  let browser: Browser | undefined
  beforeAll(async () => {
    // DevTools cannot be told another address than the one built in.
    server = await startServer(undefined, process.env.WECHAT_DEVTOOLS_CLI ? Number(new URL(BUILT_IN_ADDRESS).port) : 0)
    if (!process.env.WECHAT_DEVTOOLS_CLI) browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  return { start: (options) => WeappDriver.start({ browser, now: NOW, addresses: { [BUILT_IN_ADDRESS]: server.url }, pictures: PICTURES, ...options }) }
}
