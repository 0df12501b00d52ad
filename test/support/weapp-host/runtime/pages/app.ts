import { report } from '../bridge'
import { load } from '../logic/loader'
import { adopt, defineGlobal, errorHooks, reportAppError } from '../logic/realm'
import { appHide, appShow, entered, launchOptions } from '../api/system'
import { stack, appear, disappear, top } from './stack'
import { reLaunch } from './navigation'
import type { LaunchOptions } from '../../types'

type AppInstance = Record<string, ((argument: unknown) => void) | undefined>

let app: AppInstance | undefined
let inFront = true

/** Calls a hook of App(); an error there is the app's. */
function callApp(name: string, argument?: unknown) {
  try { app?.[name]?.(argument) } catch (error) { reportAppError(error) }
}

export const getApp = () => app

export function installApp() {
  defineGlobal('App', (definition: AppInstance) => { app = definition })
  defineGlobal('getApp', getApp)
  defineGlobal('getCurrentPages', () => adopt(stack.map((page) => page.instance)))
}

/** The cold start: app.js, its hooks, the first page. */
export async function startApp() {
  load('app')
  if (!app) throw new Error('app.js does not call App()')
  errorHooks.error.push((message) => callApp('onError', message))
  errorHooks.rejection.push((event) => callApp('onUnhandledRejection', event))
  const options = launchOptions()
  callApp('onLaunch', options)
  callApp('onShow', options)
  appShow.fire(options)
  await open(options)
}

async function open({ path, query }: { path: string; query: Record<string, string> }) {
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`).join('&')
  await reLaunch(`/${path}${search ? `?${search}` : ''}`)
}

/** The user leaves the app … */
export function background() {
  if (!inFront) return
  inFront = false
  disappear(top())
  callApp('onHide')
  appHide.fire({})
}

/** … and comes back, perhaps by a link to a page. */
export async function foreground(launch: LaunchOptions) {
  if (inFront) return
  inFront = true
  const options = adopt({ ...launchOptions(), ...launch, query: launch.query ?? {} })
  entered.options = options
  callApp('onShow', options)
  appShow.fire(options)
  if (launch.path) await open(options).catch(report)
  else appear(top())
}
