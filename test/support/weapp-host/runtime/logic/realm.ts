import { boot, report } from '../bridge'
import { ALLOWED_GLOBALS, SHADOWED_GLOBALS, TOO_NEW } from './globals'

type RealmWindow = Window & typeof globalThis & Record<string, any>

const frame = document.createElement('iframe')
frame.style.display = 'none'
document.documentElement.append(frame)

/** The global object of the logic layer: its own JavaScript realm, in a frame. */
export const logic = frame.contentWindow as RealmWindow

/** Indirect eval of the frame, taken before app code loses it: the host itself loads modules with it. */
const evaluateInFrame = logic.eval.bind(logic) as (source: string) => unknown

listenForErrors()
for (const [holder, names] of TOO_NEW) for (const name of names) delete resolve(holder)?.[name]
setClock(boot.clockOffset)
forbidCodeFromStrings()
removeBrowserGlobals()

/** `globalThis` and `Function('return this')()` as app code sees them: without what cannot be deleted. */
const facade: object = new Proxy({}, {
  get: (_, name) => (SHADOWED_GLOBALS.includes(name as string) ? undefined : (logic as any)[name]),
  set: (_, name, value) => { (logic as any)[name] = value; return true },
  has: (_, name) => !SHADOWED_GLOBALS.includes(name as string) && name in logic,
  deleteProperty: (_, name) => delete (logic as any)[name],
  ownKeys: () => Reflect.ownKeys(logic).filter((name) => ALLOWED_GLOBALS.has(name as string)),
})
for (const name of ['globalThis', 'global']) Object.defineProperty(logic, name, { value: facade, configurable: true, writable: true })

/** Makes a name visible to app code, such as `wx` or `Page`. */
export function defineGlobal(name: string, value: unknown) {
  Object.defineProperty(logic, name, { value, configurable: true, writable: true, enumerable: true })
}

/** Compiles app code as the body of a function, with the browser's undeletable names hidden. */
export function compile(source: string, parameters: string[], file: string): (...args: any[]) => unknown {
  const hidden = SHADOWED_GLOBALS.filter((name) => !parameters.includes(name))
  return evaluateInFrame(`(function(${[...parameters, ...hidden].join(',')}){${source}\n})\n//# sourceURL=weapp:///${file}`) as (...args: any[]) => unknown
}

/** Copies plain data into the logic layer's realm, so that `instanceof` and prototypes are right there. */
export function adopt<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return (value instanceof logic.Array ? value : logic.Array.from(value, adopt)) as T
  if (value instanceof ArrayBuffer) return new logic.Uint8Array(value).slice().buffer as T
  if (value instanceof Date) return new logic.Date(value.getTime()) as T
  const prototype = Object.getPrototypeOf(value) as unknown
  if (prototype !== Object.prototype && prototype !== null) return value
  const copy = new logic.Object() as Record<string, unknown>
  for (const [name, one] of Object.entries(value)) copy[name] = adopt(one)
  return copy as T
}

/** An Error that app code recognises. */
export function logicError(message: string, extra: object = {}): Error {
  return Object.assign(new logic.Error(message), extra)
}

/** Listeners of wx.onError / wx.onUnhandledRejection and App's hooks of the same names. */
export const errorHooks = { error: [] as ((message: string) => void)[], rejection: [] as ((event: { reason: unknown }) => void)[] }

/** Reports an uncaught error of app code, to the test and to the app's own error hooks. */
export function reportAppError(error: unknown) {
  report(error)
  for (const hook of errorHooks.error) hook(String((error as Error)?.stack ?? error))
}

function listenForErrors() {
  logic.addEventListener('error', (event: ErrorEvent) => reportAppError(event.error ?? event.message))
  logic.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => {
    report(event.reason, 'unhandledRejection: ')
    for (const hook of errorHooks.rejection) hook({ reason: event.reason })
  })
}

/** The app's clock: another day than the real one, if the test wants that. */
function setClock(offset: number) {
  if (offset === 0) return
  const NativeDate = logic.Date
  const now = () => NativeDate.now() + offset
  logic.Date = new Proxy(NativeDate, {
    apply: () => new NativeDate(now()).toString(),
    construct: (target, args: [], newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name) as unknown),
  })
  NativeDate.prototype.constructor = logic.Date
}

/** eval and new Function do not exist on phones; only lodash's `Function('return this')()` is answered, as WeChat does. */
function forbidCodeFromStrings() {
  const refuse = (what: string) => {
    const error = logicError(`${what} is forbidden in a mini-program`)
    report(error)
    throw error
  }
  const guard = (native: any) => new Proxy(native, {
    apply: (_, __, args: string[]) => (args.length === 1 && /^return this;?$/.test(args[0]!) ? () => facade : refuse('Function()')),
    construct: (_, args: string[]) => (args.length === 1 && /^return this;?$/.test(args[0]!) ? () => facade : refuse('new Function()')),
  })
  for (const sample of ['function(){}', 'async function(){}', 'function*(){}', 'async function*(){}']) {
    const prototype = Object.getPrototypeOf(evaluateInFrame(`(${sample})`)) as { constructor: unknown }
    const guarded = guard(prototype.constructor)
    Object.defineProperty(prototype, 'constructor', { value: guarded, configurable: true, writable: true })
    if (sample === 'function(){}') logic.Function = guarded
  }
  logic.eval = () => refuse('eval()')
}

function removeBrowserGlobals() {
  for (const name of Object.getOwnPropertyNames(logic)) {
    if (!ALLOWED_GLOBALS.has(name) && !SHADOWED_GLOBALS.includes(name)) delete (logic as any)[name]
  }
  // Inherited by the global object, hence visible as addEventListener() and so on.
  const target = Object.getPrototypeOf(Object.getPrototypeOf(Object.getPrototypeOf(logic))) as Record<string, unknown>
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent', 'when']) delete target[name]
}

function resolve(path: string): any {
  return path.split('.').reduce<any>((holder, name) => holder?.[name], logic)
}
