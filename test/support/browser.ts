import fs from 'node:fs'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'

/** Where the distribution's package puts Chromium. */
const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** Quiet, offline-friendly and allowed to run as root in a container. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Settings of the carried Chromium that would make tests laxer than a real browser, or end it with its first closed context. */
const UNWANTED = new Set(['--disable-web-security', '--allow-running-insecure-content', '--single-process', '--no-zygote', "--headless='shell'"])

/**
 * The Chromium to start: CHROMIUM_PATH, else the system's, else the one carried by @sparticuz/chromium
 * (imported only when needed; it unpacks itself into /tmp once).
 */
export async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (!fs.existsSync(named)) throw new Error(`CHROMIUM_PATH=${named}: no such file`)
    return { executablePath: named, args: [] }
  }
  if (fs.existsSync(SYSTEM_CHROMIUM)) return { executablePath: SYSTEM_CHROMIUM, args: [] }
  const { default: carried } = await import('@sparticuz/chromium')
  return { executablePath: await carried.executablePath(), args: carried.args.filter((argument) => !UNWANTED.has(argument)) }
}

/** Starts headless Chromium for a test; the caller closes it. `args` are added to the usual ones. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, args } = await findChromium()
  return chromium.launch({
    executablePath,
    headless: true,
    // Signals end the test runner, which closes the browser itself; Playwright's handlers would swallow them.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...options,
    args: [...new Set([...args, ...ARGS, ...(options.args ?? [])])],
  })
}
