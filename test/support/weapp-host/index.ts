import fs from 'node:fs'
import path from 'node:path'
import { launchBrowser } from '../browser'
import { startAutomatorServer } from './node/automator-server'
import { answerAutomator } from './node/automator-answers'
import { newProfile, type Profile } from './node/profile'
import { runtimeBundle } from './node/runtime-bundle'
import { describeFailure, networkServices, type CloudHandler } from './node/services'
import { openView, type View } from './node/view'
import { readPackageFile, startWebServer } from './node/web-server'
import { compilePackage } from './package/compile'
import type { FileOffer, Host, HostOptions } from './host'
import type { BootOptions, Device, HostEvent, LaunchOptions, Location, NetworkType, OfferedFile, Problem } from './types'

export { newProfile, type Profile } from './node/profile'
export { UserFiles } from './node/user-files'
export type { CloudHandler } from './node/services'
export type { FileOffer, Host, HostOptions } from './host'
export type { LaunchOptions, Location, NetworkType, PageMeasure, Problem } from './types'

const BAOTOU: Location = { latitude: 40.62, longitude: 109.95, accuracy: 30 }
const IPHONE: Device = { width: 375, height: 667, pixelRatio: 2, statusBar: 20, navBar: 44, tabBar: 50 }

/** Starts a built mini-program in headless Chromium and serves WeChat DevTools' automation protocol for it. */
export async function startHost(options: HostOptions): Promise<Host> {
  const start = Date.now()
  const device = { ...IPHONE, ...options.device }
  const profile = options.profile ?? newProfile()
  const problems: Problem[] = []
  const settings: Settings = {
    network: options.network ?? 'wifi',
    location: options.location ?? BAOTOU,
    launch: options.launch ?? {},
    clockOffset: options.now === undefined ? 0 : options.now - start,
    addresses: options.addresses ?? {},
  }

  // What has been started, to be ended in reverse order: at close, or when a later step fails.
  const started: (() => Promise<unknown>)[] = []
  const endAll = async () => { while (started.length) await started.pop()!() }
  try {
    const bundle = compilePackage(options.dist, device.width, options.limits)
    const runtime = await runtimeBundle()
    const compiled = Date.now()
    const browser = options.browser ?? await launchBrowser()
    if (!options.browser) started.push(() => browser.close())
    const launched = Date.now()
    profile.files.readPackageFile = (name) => readPackageFile(options.dist, name)

    let launchNumber = 0
    const boot = (): BootOptions => ({ launchNumber: ++launchNumber, bundle, device, state: stateOf(profile), ...settings, update: options.update ?? 'none' })
    const web = await startWebServer({
      dist: options.dist,
      profile,
      runtime,
      boot: () => `window.__WEAPP__ = ${JSON.stringify(boot())}\nwindow.__WEAPP_TEMPLATES__ = ${bundle.templates}`,
    })
    started.push(() => web.close())
    const services = networkServices(profile, options.cloud ?? withoutCloud)
    // Nobody listens before the app runs: clients that find the port open expect it to.
    let broadcast: (event: HostEvent) => void = () => undefined
    const view = await openView(browser, {
      origin: web.origin,
      device,
      onEvent(event: HostEvent) {
        if (event.method === 'App.exceptionThrown') problems.push(event.params as Problem)
        broadcast(event)
      },
      async onCall(name, args) {
        try { return { value: await services[name]!(args) } } catch (error) { return { error: describeFailure(error) } }
      },
    })
    started.push(() => view.close())
    await view.boot()
    const automator = await startAutomatorServer(options.port ?? 0, (method, params) => answerAutomator(view, method, params, options.onClose))
    started.push(() => automator.close())
    broadcast = (event) => automator.broadcast(event)
    const booted = Date.now()

    const timings = { compile: compiled - start, browser: launched - compiled, boot: booted - launched, total: booted - start }
    return createHost({ wsEndpoint: automator.wsEndpoint, profile, problems, timings }, view, settings, endAll)
  } catch (error) {
    await endAll()
    throw error
  }
}

/** What the next launch starts with, as the test has set it. */
interface Settings { network: NetworkType; location: Location; launch: LaunchOptions; clockOffset: number; addresses: Record<string, string> }

/** The controls of a running host. */
function createHost(facts: Pick<Host, 'wsEndpoint' | 'profile' | 'problems' | 'timings'>, view: View, settings: Settings, endAll: () => Promise<void>): Host {
  const { profile } = facts
  const keepState = async () => { Object.assign(profile, await view.control('state')) }
  return {
    ...facts,
    async setNetwork(type) { settings.network = type; await view.control('setNetwork', type) },
    async setLocation(next) { settings.location = next; await view.control('setLocation', next) },
    offerFiles: (files) => view.control('offerFiles', files && files.map((file) => toOffer(profile, file))),
    background: () => view.control('background'),
    foreground: (next) => view.control('foreground', next ?? {}),
    async relaunch(next = {}) {
      settings.launch = next
      await keepState()
      profile.files.dropTemporary()
      await view.boot()
    },
    measure: () => view.control('measure'),
    nativeTexts: () => view.control('nativeTexts'),
    async tapNative(text) { await view.tapAt(await view.control('nativePoint', text)) },
    async screenshot(file) {
      const picture = await view.screenshot()
      if (file) { fs.mkdirSync(path.dirname(file), { recursive: true }); fs.writeFileSync(file, picture) }
      return picture
    },
    async close() {
      await keepState().catch(() => undefined)
      await endAll()
    },
  }
}

/** Puts a file on the phone, as a camera or an album does before the app sees it. */
function toOffer(profile: Profile, { name, content, width, height }: FileOffer): OfferedFile {
  const extension = path.extname(name)
  const type = /^\.(png|jpe?g|gif|webp|svg)$/i.test(extension) ? 'image' : extension === '.mp4' ? 'video' : 'file'
  return { path: profile.files.addTemporary(content, extension), name, size: content.length, type, width, height }
}

const withoutCloud: CloudHandler = async (name) => { throw new Error(`no cloud handler was given to the host (function "${name}")`) }

const stateOf = ({ storage, permissions, privacyAgreed, downloaded }: Profile) => ({ storage, permissions, privacyAgreed, downloaded })
