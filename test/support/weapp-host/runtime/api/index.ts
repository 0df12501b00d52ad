import { ApiFailure, report } from '../bridge'
import { defineGlobal, errorHooks, logicError, adopt } from '../logic/realm'
import { builtinTags } from '../view/backend'
import { accountApi } from './account'
import { cloud } from './cloud'
import { ASYNC, settle, type Callbacks } from './define'
import { deviceApi } from './device'
import { filesApi } from './files'
import { locationApi } from './location'
import { canvasToTempFilePath, mediaApi } from './media'
import { networkApi } from './network'
import { createIntersectionObserver } from './observer'
import { permissionsApi } from './permissions'
import { createSelectorQuery } from './query'
import { routesApi } from './routes'
import { shareApi } from './share'
import { storageApi } from './storage'
import { systemApi } from './system'
import { uiApi } from './ui'
import { updateApi } from './update'

type AnyFunction = (...args: any[]) => any

/** Everything of `wx` that the host implements. A new area is one file and one line here. */
const implemented: Record<string, unknown> = {
  ...systemApi, ...storageApi, ...filesApi, ...networkApi, ...uiApi, ...routesApi, ...mediaApi, ...locationApi,
  ...permissionsApi, ...accountApi, ...deviceApi, ...updateApi, ...shareApi,
  cloud,
  canvasToTempFilePath,
  createSelectorQuery: () => createSelectorQuery(),
  createIntersectionObserver,
  canIUse,
  onError: (listener: (message: string) => void) => { errorHooks.error.push(listener) },
  offError: () => { errorHooks.error.length = 0 },
  onUnhandledRejection: (listener: (event: { reason: unknown }) => void) => { errorHooks.rejection.push(listener) },
  offUnhandledRejection: () => { errorHooks.rejection.length = 0 },
}

/** True only for what the host has: APIs by name, components by tag. */
function canIUse(schema: string): boolean {
  const [name, ...rest] = schema.split('.') as [string, ...string[]]
  if (name === 'cloud') return rest.length === 0 || rest[0]! in cloud
  return name in implemented || builtinTags.has(name)
}

const mocks = new Map<string, unknown>()
/** Set by app code itself (Taro keeps its webpack chunks on `wx`). */
const own: Record<string, unknown> = {}

/** Names that libraries probe on any object, and that are no APIs. */
const isProbe = (name: string) => !/^[a-z][A-Za-z0-9]+$/.test(name) || ['then', 'webpackJsonp', 'constructor', 'toString', 'valueOf', 'nodeType', 'toJSON'].includes(name)

const unimplemented = (name: string) => () => {
  const error = logicError(`wx.${name} is not implemented by the weapp host`)
  // Reported even if the app catches it: nothing passes silently.
  report(error)
  throw error
}

export const wx: Record<string, any> = new Proxy(own, {
  get(_, name) {
    if (typeof name !== 'string') return undefined
    if (mocks.has(name)) return mocks.get(name)
    if (name in own) return own[name]
    if (name in implemented) return implemented[name]
    return isProbe(name) ? undefined : unimplemented(name)
  },
  set(_, name, value) { own[name as string] = value; return true },
  has: (_, name) => name in implemented || name in own,
  ownKeys: () => [...new Set([...Object.keys(implemented), ...Object.keys(own)])],
  getOwnPropertyDescriptor: (_, name) => (name in implemented || name in own ? { enumerable: true, configurable: true, writable: true, value: wx[name as string] } : undefined),
})

export const installWx = () => defineGlobal('wx', wx)

/** Replaces an API for automator's mockWxMethod; `answer` gets the call's arguments and the original as `this.origin`. */
export function mock(name: string, answer: AnyFunction) {
  const [holder, key] = locate(name)
  const original = originalOf(name)
  const isTask = ['request', 'uploadFile', 'downloadFile'].includes(name)
  const isAsync = Boolean(original?.[ASYNC]) || isTask
  const replacement = Object.assign((...args: any[]) => {
    if (!isAsync) return answer.apply({ origin: original }, args)
    const work = Promise.resolve().then(() => answer.apply({ origin: original }, args)).catch((error) => { throw mockedFailure(error) })
    const promise = settle(key, (args[0] ?? {}) as Callbacks, work)
    return isTask ? adopt({ abort() {}, onProgressUpdate() {}, onHeadersReceived() {}, then: undefined }) : promise
  }, { [ASYNC]: isAsync, origin: original })
  if (holder === cloud) (cloud as Record<string, unknown>)[key] = replacement
  else mocks.set(key, replacement)
}

/** A mock that throws fails the call with its words. */
function mockedFailure(error: any): ApiFailure {
  const words = String(error?.errMsg ?? error?.message ?? error).replace(/^[\w.]+:fail ?/, '')
  return new ApiFailure(words, typeof error === 'object' && error?.errno !== undefined ? { errno: error.errno as number } : {})
}

export function unmock(name: string) {
  const [holder, key] = locate(name)
  if (holder === cloud) (cloud as Record<string, unknown>)[key] = originalOf(name)
  else mocks.delete(key)
}

function originalOf(name: string): (AnyFunction & { [ASYNC]?: boolean; origin?: AnyFunction }) | undefined {
  const [holder, key] = locate(name)
  const current = (holder as Record<string, unknown>)[key] as (AnyFunction & { origin?: AnyFunction }) | undefined
  return current?.origin ?? current
}

function locate(name: string): [object, string] {
  return name.startsWith('cloud.') ? [cloud, name.slice(6)] : [implemented, name]
}

/** Calls an API for automator; the name may be dotted (`cloud.callFunction`). */
export function callByName(name: string, args: unknown[]): unknown {
  const target = name.split('.').reduce<any>((holder, key) => holder[key], wx) as unknown
  if (typeof target !== 'function') throw new Error(`wx.${name} is not a function`)
  return (target as AnyFunction)(...args.map(adopt))
}
