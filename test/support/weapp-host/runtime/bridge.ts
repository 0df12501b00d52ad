import type { BootOptions, HostEvent } from '../types'

interface HostWindow {
  __WEAPP__: BootOptions
  __WEAPP_TEMPLATES__: Record<string, unknown>
  __weappEvent(event: HostEvent): Promise<void>
  __weappCall(name: string, args: unknown): Promise<Answer>
}

type Answer = { value?: unknown; error?: { message: string; expected: boolean; errCode?: number } }

const hostWindow = window as unknown as HostWindow

export const boot = hostWindow.__WEAPP__
export const { bundle, device } = boot
export const templates = hostWindow.__WEAPP_TEMPLATES__

/** Where an address of the app is really answered. */
export function reach(url: string): string {
  const [from, to] = Object.entries(boot.addresses).find(([prefix]) => url.startsWith(prefix)) ?? ['', '']
  return to + url.slice(from.length)
}

/** A failure the app should see, in WeChat's words (what follows `fail `). */
export class ApiFailure extends Error {
  constructor(message: string, public extra: Record<string, unknown> = {}) { super(message) }
}

function unwrap({ value, error }: Answer): any {
  if (!error) return value
  if (error.expected) throw new ApiFailure(error.message)
  throw Object.assign(new Error(error.message), error.errCode === undefined ? {} : { errCode: error.errCode })
}

/** Asks the Node side (network, cloud). */
export const callNode = async (name: string, args: unknown): Promise<any> => unwrap(await hostWindow.__weappCall(name, args))

/** Asks the Node side and waits for the answer: for the file system, whose Sync calls need it at once. */
export function callFiles(name: string, args: unknown): any {
  const request = new XMLHttpRequest()
  request.open('POST', '/files', false)
  request.send(JSON.stringify({ name, args }))
  return unwrap(JSON.parse(request.responseText) as Answer)
}

/** Tells automator clients. */
export const emit = (method: string, params: unknown) => void hostWindow.__weappEvent({ method, params: params ?? {} })

/** Reports a mistake of the app: it reaches automator's `exception` event and the host's `problems`. */
export function report(error: unknown, prefix = '') {
  const { message, stack } = error instanceof Error || (error && typeof error === 'object' && 'message' in error)
    ? (error as Error) : { message: describe(error), stack: undefined }
  emit('App.exceptionThrown', { message: prefix + message, stack })
}

function describe(value: unknown): string {
  if (value && typeof value === 'object' && 'errMsg' in value) return String((value as { errMsg: unknown }).errMsg)
  try { return typeof value === 'string' ? value : JSON.stringify(value) } catch { return String(value) }
}
