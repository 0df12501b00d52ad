import type { Browser } from 'playwright-core'
import type { Device, HostEvent } from '../types'

export interface Point { x: number; y: number }

/** The browser tab that shows the mini-program. */
export interface View {
  /** Calls one of the runtime's controls (see runtime/controls.ts). */
  control<T = void>(name: string, argument?: unknown): Promise<T>
  /** Runs an automator method in the browser. */
  automate(method: string, params: unknown): Promise<unknown>
  tapAt(point: Point): Promise<void>
  screenshot(): Promise<Buffer>
  /** A cold start: everything in the tab is gone, the app begins. */
  boot(): Promise<void>
  close(): Promise<void>
}

interface ViewOptions {
  origin: string
  device: Device
  onEvent(event: HostEvent): void
  onCall(name: string, args: unknown): Promise<unknown>
}

type Outcome<T> = { value: T } | { error: string }

/** Opens the tab; boot() starts the app in it. */
export async function openView(browser: Browser, options: ViewOptions): Promise<View> {
  const { device } = options
  const context = await browser.newContext({
    viewport: { width: device.width, height: device.height },
    deviceScaleFactor: device.pixelRatio,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.on('crash', () => options.onEvent({ method: 'App.exceptionThrown', params: { message: 'weapp host: the browser tab crashed' } }))
  await page.exposeFunction('__weappEvent', (event: HostEvent) => options.onEvent(event))
  await page.exposeFunction('__weappCall', (name: string, args: unknown) => options.onCall(name, args))

  let ready: Promise<void> = Promise.reject(new Error('the app has not been started'))
  ready.catch(() => undefined)
  const call = async <T>(entry: string, args: unknown[]): Promise<T> => {
    const outcome = await page.evaluate(
      ([name, list]) => (globalThis as unknown as { __weapp: { call(name: string, args: unknown[]): Promise<Outcome<T>> } }).__weapp.call(name, list),
      [entry, args] as const,
    ) as Outcome<T>
    if ('error' in outcome) throw new Error(outcome.error)
    return outcome.value
  }
  const run = <T>(name: string, argument?: unknown) => call<T>('control', [name, argument ?? null])

  return {
    async control<T>(name: string, argument?: unknown) { await ready; return run<T>(name, argument) },
    async automate(method, params) { await ready; return call('automate', [method, params]) },
    tapAt: ({ x, y }) => page.touchscreen.tap(x, y),
    screenshot: () => page.screenshot(),
    boot: () => (ready = page.goto(`${options.origin}/`).then(() => run<void>('boot'))),
    close: () => context.close(),
  }
}
