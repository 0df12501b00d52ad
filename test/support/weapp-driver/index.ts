import fs from 'node:fs'
import path from 'node:path'
import automator from 'miniprogram-automator'
import type { Browser } from 'playwright-core'
import { newProfile, startHost, type CloudHandler, type FileOffer, type Host, type LaunchOptions, type NetworkType, type PageMeasure, type Profile } from '../weapp-host'
import { find, findAll, type MiniProgram, type WxElement, type WxPage } from './find'
import { DevToolsPhone, HostPhone, type Phone } from './phone'

export interface DriverOptions {
  /** Project folder with project.config.json; the repo by default. DevTools opens it. */
  project?: string
  /** Folder of the built mini-program; WEAPP_DIST, else `dist/weapp` of the project. Host only. */
  dist?: string
  cloud?: CloudHandler
  /** A Chromium to share between journeys; each has its own by default (host only). */
  browser?: Browser
  /** The phone to start on (host only). */
  profile?: Profile
  network?: NetworkType
  launch?: LaunchOptions
  /** What the app's clock says at the start. */
  now?: number
  /** Address built into the app → test server (host only; on DevTools the server must stand at the built-in address). */
  addresses?: Record<string, string>
  /** Where screenshot() puts pictures. */
  pictures?: string
  /** How long see(), tap() and the like wait, in milliseconds. */
  patience?: number
}

export interface Complaint { message: string; stack?: string }

const REPO = path.resolve(__dirname, '../../..')
const INTERVAL = 40
/** What automator answers when what was found is gone a moment later. */
const MOVING = /is closed|no such element|no page is open/

/**
 * A journey's hands and eyes, on miniprogram-automator only. Runs against the weapp host, or against WeChat DevTools
 * when WECHAT_DEVTOOLS_CLI names its cli. Things are found by the text that the user sees, or by a selector
 * (anything that starts with `.`, `#` or `[`).
 */
export class WeappDriver {
  /** Uncaught errors of the app so far. A journey ends with `finish()`, which fails if there are any. */
  readonly complaints: Complaint[] = []
  /** console.warn and console.error of the app. */
  readonly warnings: string[] = []

  private constructor(private options: DriverOptions & { dist: string; project: string }, private phone: Phone, public app: MiniProgram) { this.listen() }

  /** Starts the mini-program, fresh or on a given phone. */
  static async start(given: DriverOptions = {}): Promise<WeappDriver> {
    const project = given.project ?? REPO
    const options = { ...given, project, dist: given.dist ?? process.env.WEAPP_DIST ?? path.join(project, 'dist/weapp') }
    const cliPath = process.env.WECHAT_DEVTOOLS_CLI
    if (cliPath) {
      const launch = () => automator.launch({ cliPath, projectPath: project, trustProject: true })
      const app = await launch()
      return new WeappDriver(options, new DevToolsPhone(app, launch), app)
    }
    const host = await startHost({ ...options, profile: options.profile ?? newProfile() })
    const app = await automator.connect({ wsEndpoint: host.wsEndpoint })
    return new WeappDriver(options, new HostPhone(host), app)
  }

  /** The host behind this driver; undefined on DevTools. For figures only: journeys do without. */
  get host(): Host | undefined { return this.phone instanceof HostPhone ? this.phone.host : undefined }

  // Going places

  /** Opens a page as if the app had just been started there. */
  async open(url: string): Promise<WxPage> {
    await this.route('reLaunch', url)
    return this.page()
  }

  async switchTab(url: string) { await this.route('switchTab', url) }

  /** Back, by the bar's button or the gesture. */
  async back() {
    const before = await this.page()
    await this.app.callWxMethod('navigateBack', {})
    await this.until(async () => await this.page() !== before, () => 'navigateBack did nothing')
  }

  async page(): Promise<WxPage> {
    const page = await this.app.currentPage()
    if (!page) throw new Error('no page is open')
    return page
  }

  /** Waits until a page is on top. */
  async at(pagePath: string) {
    const wanted = pagePath.replace(/^\//, '').split('?')[0]
    await this.until(async () => (await this.page()).path === wanted, async () => `not at ${wanted} but at ${(await this.page()).path}`)
  }

  // Looking

  /** Waits until a text or selector is on the page. */
  async see(what: string, patience?: number): Promise<WxElement> {
    return this.until(async () => find(await this.page(), what), async () => `“${what}” did not appear; the page says: ${(await this.text()).slice(0, 600)}`, patience)
  }

  async dontSee(what: string) {
    await this.until(async () => !await find(await this.page(), what), () => `“${what}” is still there`)
  }

  /** All text of the page on top. */
  async text(): Promise<string> {
    const texts = await Promise.all((await findAll(await this.page(), 'view')).map((element) => element.text()))
    // A parent's text contains its children's: keep what no earlier one has.
    return texts.reduce((all, one) => (all.includes(one) ? all : `${all}\n${one}`), '').trim()
  }

  /** Texts of everything that matches a selector. */
  async texts(selector: string): Promise<string[]> {
    return Promise.all((await findAll(await this.page(), selector)).map(async (element) => (await element.text()).trim()))
  }

  // Doing

  async tap(what: string) {
    await this.until(async () => {
      const found = await find(await this.page(), what)
      await found?.tap()
      return found
    }, async () => `“${what}” did not appear to be tapped; the page says: ${(await this.text()).slice(0, 600)}`)
  }

  async longPress(what: string) { await (await this.see(what)).longpress() }

  /** Types into a field, named by its placeholder, by the text beside it in the placeholder, or by a selector. */
  async type(field: string, value: string) {
    const element = await this.until(() => this.field(field), () => `no field “${field}”`)
    await (element as WxElement & { input(value: string): Promise<void> }).input(value)
  }

  /** Answers a picker: found by the text it shows, given the value of its change event. */
  async pick(what: string, value: unknown) {
    const picker = await this.until(async () => {
      for (const one of await findAll(await this.page(), 'picker')) if ((await one.text()).includes(what)) return one
      return null
    }, () => `no picker shows “${what}”`)
    await picker.trigger('change', { value })
  }

  // The phone around the app

  setOffline(offline: boolean) { return this.phone.setOffline(offline) }
  /** What the next photo or file picker gives. */
  offerFiles(files: FileOffer[] | null) { return this.phone.offerFiles(files) }
  /** The next action sheet answers with this row. */
  async chooseRow(index: number) { await this.app.mockWxMethod('showActionSheet', { tapIndex: index, errMsg: 'showActionSheet:ok' }) }

  /** Answers a permission, subscription or privacy dialog, once it is there. */
  async allow() { await this.native('authorizeAllow') }
  async deny() { await this.native('authorizeCancel') }
  /** Answers wx.showModal, once it is there. */
  async confirm() { await this.native('confirmModal') }
  async cancel() { await this.native('cancelModal') }

  /** Ends the app and starts it again, keeping storage and saved files. */
  async relaunch(launch?: LaunchOptions) {
    const next = await this.phone.relaunch(launch)
    if (next) { this.app = next; this.listen() }
  }

  // Figures and pictures

  async screenshot(name: string): Promise<string> {
    const file = path.join(this.options.pictures ?? path.join(REPO, 'dist/pictures/weapp'), `${name}.png`)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    await this.app.screenshot({ path: file })
    return file
  }

  /** setData calls and bytes, nodes, depth and children of the page on top; null on DevTools, whose own audit tells them. */
  measure(): Promise<PageMeasure | null> { return this.phone.measure() }

  /** Ends everything. Fails if the app had uncaught errors, unless the journey wanted them. */
  async finish({ allowErrors = false } = {}) {
    this.app.disconnect()
    await this.phone.close()
    if (this.complaints.length && !allowErrors) {
      throw new Error(`the app had errors:\n${this.complaints.map(({ message, stack }) => `- ${message}\n${stack ?? ''}`).join('\n')}`)
    }
  }

  private listen() {
    this.app.on('exception', (complaint: Complaint) => { this.complaints.push(complaint) })
    this.app.on('console', ({ type, args }: { type: string; args: unknown[] }) => { if (type === 'warn' || type === 'error') this.warnings.push(args.map(String).join(' ')) })
  }

  /** By callWxMethod: automator's own navigation methods sleep three seconds. */
  private async route(method: string, url: string) {
    await this.app.callWxMethod(method, { url: url.startsWith('/') ? url : `/${url}` })
    await this.at(url)
  }

  private async field(name: string): Promise<WxElement | null> {
    const page = await this.page()
    if (/^[.#[]/.test(name)) return find(page, name)
    for (const tag of ['input', 'textarea']) {
      for (const element of await findAll(page, tag)) if (String(await element.attribute('placeholder') ?? '').includes(name)) return element
    }
    return null
  }

  private async native(name: 'authorizeAllow' | 'authorizeCancel' | 'confirmModal' | 'cancelModal') {
    let last = ''
    await this.until(async () => {
      try { await this.app.native()[name](); return true } catch (error) { last = (error as Error).message; return false }
    }, () => last)
  }

  private async until<T>(probe: () => Promise<T>, complain: () => string | Promise<string>, patience = this.options.patience ?? 10_000): Promise<NonNullable<T>> {
    const deadline = Date.now() + patience
    for (;;) {
      // A page may close between looking and touching: then the next look is at the one after it.
      const found = await probe().catch((error: Error) => { if (!MOVING.test(error.message)) throw error })
      if (found) return found
      if (Date.now() > deadline) throw new Error(`${await complain()}${this.complaints.length ? `\nerrors: ${this.complaints.map((one) => one.message).join('; ')}` : ''}`)
      await new Promise((resolve) => setTimeout(resolve, INTERVAL))
    }
  }
}
