import type { Browser } from 'playwright-core'
import { launchBrowser, openReader, startServer, type Reader, type RunningServer } from './h5-app'
import { openHome, waitForCopy } from './h5-pages'

/** The reader of the test that runs. */
export interface CurrentReader extends Readonly<Reader> {
  /** One more reader of the same server; whoever opens it closes its context. */
  another(options?: { desk?: boolean }): Promise<Reader>
}

interface Options {
  /** Each reader begins with the whole catalogue on the phone. */
  withCopy?: boolean
  /** One reader for all tests of the file instead of a fresh one each; what it complains of is the file's to check. */
  shared?: boolean
}

/** For a test file: one server with the real catalogue and one Chromium; a fresh reader for each test, who must have nothing to complain of. */
export function useReader({ withCopy = false, shared = false }: Options = {}): CurrentReader {
  let server: RunningServer
  let browser: Browser
  let reader: Reader
  const begin = async () => {
    reader = await openReader(browser, server.url)
    if (!withCopy) return
    await openHome(reader.page)
    await waitForCopy(reader.page)
  }
  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    if (shared) await begin()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })
  if (!shared) {
    beforeEach(begin)
    afterEach(async () => {
      await reader.context.close()
      expect(reader.complaints).toEqual([])
    })
  }
  return {
    get page() { return reader.page },
    get context() { return reader.context },
    get complaints() { return reader.complaints },
    another: (options) => openReader(browser, server.url, options),
  }
}
