import { ApiFailure, report } from '../bridge'
import { adopt, logic, reportAppError } from '../logic/realm'

export interface Callbacks { success?(result: unknown): void; fail?(error: unknown): void; complete?(result: unknown): void }

type Handler = (options: any) => unknown

/** Marks functions that follow WeChat's success/fail/complete convention. */
export const ASYNC = Symbol('async')

/** Runs an app callback; an error in it is the app's, not the API's. */
export function callBack(callback: ((value: unknown) => void) | undefined, value: unknown) {
  if (typeof callback !== 'function') return
  try { callback(value) } catch (error) { reportAppError(error) }
}

/** The result object of a failed call. Anything but an ApiFailure is unexpected and reported as well. */
export function failure(name: string, error: unknown): { errMsg: string } {
  const { message, extra } = error as ApiFailure
  if (!(error instanceof ApiFailure)) report(error, `wx.${name}: `)
  return adopt({ errMsg: `${name}:fail ${message}`, ...extra })
}

/** Settles a call by WeChat's convention: callbacks when there are any, else a promise of the logic layer. */
export function settle(name: string, options: Callbacks, work: Promise<unknown>): Promise<unknown> | undefined {
  const hasCallbacks = Boolean(options.success || options.fail || options.complete)
  const outcome = work.then(
    (value) => {
      const result = adopt({ ...(value as object | undefined), errMsg: `${name}:ok` })
      callBack(options.success, result)
      callBack(options.complete, result)
      return { result }
    },
    (error: unknown) => {
      const result = failure(name, error)
      callBack(options.fail, result)
      callBack(options.complete, result)
      return { error: result }
    },
  )
  if (hasCallbacks) return undefined
  return new logic.Promise((resolve: (value: unknown) => void, reject: (error: unknown) => void) => {
    void outcome.then((done) => ('error' in done ? reject(done.error) : resolve(done.result)))
  })
}

/** An asynchronous API. The handler answers the result's fields, or throws an ApiFailure with the words after `fail `. */
export function asyncApi(name: string, handler: Handler) {
  const api = (options: Callbacks = {}) => settle(name, options ?? {}, Promise.resolve().then(() => handler(options ?? {})))
  return Object.assign(api, { [ASYNC]: true })
}

/** Several asynchronous APIs at once, named by their keys. */
export const asyncApis = (handlers: Record<string, Handler>) =>
  Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, asyncApi(name, handler)]))

/** A synchronous API: its failures are thrown as errors of the logic layer. */
export function syncApi<A extends unknown[]>(name: string, handler: (...args: A) => unknown) {
  return (...args: A) => {
    try { return adopt(handler(...args)) } catch (error) {
      throw Object.assign(new logic.Error(failure(name, error).errMsg), failure(name, error))
    }
  }
}

/** A pair of functions that app code subscribes with; `fire` calls the listeners. */
export function signal(onName: string) {
  const listeners = new Set<(value: unknown) => void>()
  const offName = onName.replace(/^on/, 'off')
  return {
    api: {
      [onName]: (listener: (value: unknown) => void) => { listeners.add(listener) },
      [offName]: (listener?: (value: unknown) => void) => { if (listener) listeners.delete(listener); else listeners.clear() },
    },
    listeners,
    fire(value: unknown) { for (const listener of [...listeners]) callBack(listener, adopt(value)) },
  }
}

/** WeChat's complaint about a wrong parameter. */
export function requireString(options: Record<string, unknown>, name: string): string {
  const value = options[name]
  if (typeof value !== 'string') {
    const type = value === undefined ? 'Undefined' : value === null ? 'Null' : Array.isArray(value) ? 'Array' : typeof value
    throw new ApiFailure(`parameter error: parameter.${name} should be String instead of ${type[0]!.toUpperCase()}${type.slice(1)};`)
  }
  return value
}
