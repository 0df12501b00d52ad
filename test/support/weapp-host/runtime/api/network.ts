import { ApiFailure, callNode, reach } from '../bridge'
import { adopt, logic } from '../logic/realm'
import { device } from '../pages/device-state'
import { asyncApis, callBack, settle, signal, type Callbacks } from './define'
import { fromBase64, payload } from './files'
import type { NetworkType } from '../../types'

const statusChange = signal('onNetworkStatusChange')
const NO_NETWORK = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED'

/** The test's network switch. */
export function setNetwork(type: NetworkType) {
  if (type === device.network) return
  device.network = type
  statusChange.fire({ isConnected: type !== 'none', networkType: type })
}

interface Wire { statusCode: number; header: Record<string, string>; cookies: string[]; base64: string; path?: string }
interface RequestOptions extends Callbacks {
  url: string; method?: string; data?: unknown; header?: Record<string, string>; timeout?: number
  dataType?: string; responseType?: string; filePath?: string; name?: string; formData?: Record<string, unknown>
}

/** An API that answers a task at once and its result later. Abort makes it fail. */
function taskApi(name: string, run: (options: RequestOptions, events: Events) => Promise<unknown>) {
  return (options: RequestOptions) => {
    let abort!: (error: Error) => void
    const aborted = new Promise<never>((_, reject) => { abort = reject })
    const events = new Events()
    // Without callbacks the promise rejects where nobody listens: WeChat's task is not a promise, so it stays silent.
    const withCallbacks = { ...options, complete: (result: unknown) => callBack(options.complete, result) }
    void settle(name, withCallbacks, Promise.race([Promise.resolve().then(() => run(options, events)), aborted]))
    return adopt({ abort: () => abort(new ApiFailure('abort')), ...events.api })
  }
}

class Events {
  progress = signal('onProgressUpdate')
  headers = signal('onHeadersReceived')
  chunk = signal('onChunkReceived')
  api = { ...this.progress.api, ...this.headers.api, ...this.chunk.api }
}

function checkUrl(url: unknown): asserts url is string {
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) throw new ApiFailure(`invalid url "${String(url)}"`)
  if (device.network === 'none') throw new ApiFailure(NO_NETWORK, { errno: 600001 })
}

/** A message WeChat gives when the network goes away under a running call. */
function checkStillOnline() {
  if (device.network === 'none') throw new ApiFailure('errcode:-21 cronet_error_code:-21 error_msg:net::ERR_NETWORK_CHANGED', { errno: 600001 })
}

const lowerCase = (header: Record<string, string> = {}) => Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]))

/** wx.request's rules: GET puts data into the query, else JSON unless the header says form. */
function encode(options: RequestOptions) {
  const method = (options.method ?? 'GET').toUpperCase()
  const header = lowerCase(options.header)
  const data = options.data
  if (data === undefined || data === null) return { url: options.url, method, header }
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') return { url: options.url, method, header, ...payload(data) }
  const form = (value: object) => Object.entries(value).map(([name, one]) => `${encodeURIComponent(name)}=${encodeURIComponent(typeof one === 'object' ? JSON.stringify(one) : String(one))}`).join('&')
  if (method === 'GET') {
    const query = typeof data === 'string' ? data : form(data)
    return { url: query ? options.url + (options.url.includes('?') ? '&' : '?') + query : options.url, method, header }
  }
  header['content-type'] ??= 'application/json'
  const text = typeof data === 'string' ? data : header['content-type'].includes('x-www-form-urlencoded') ? form(data) : JSON.stringify(data)
  return { url: options.url, method, header, text }
}

const decodeText = (base64: string) => new TextDecoder().decode(fromBase64(base64))

function decode(wire: Wire, options: RequestOptions): unknown {
  if (options.responseType === 'arraybuffer') return fromBase64(wire.base64)
  const text = decodeText(wire.base64)
  if ((options.dataType ?? 'json') !== 'json') return text
  // Text that is not JSON comes as text, as in WeChat.
  try { return logic.JSON.parse(text) } catch { return text }
}

/** The network: requests really go out, from the Node side. */
export const networkApi = {
  ...statusChange.api,
  ...signal('onNetworkWeakChange').api,
  ...asyncApis({ getNetworkType: () => ({ networkType: device.network, hasSystemProxy: false, signalStrength: -50 }) }),

  request: taskApi('request', async (options, events) => {
    checkUrl(options.url)
    const wire = await callNode('request', { ...encode({ ...options, url: reach(options.url) }), timeout: options.timeout }) as Wire
    checkStillOnline()
    events.headers.fire({ header: wire.header, statusCode: wire.statusCode, cookies: wire.cookies })
    return { statusCode: wire.statusCode, header: wire.header, cookies: wire.cookies, data: decode(wire, options) }
  }),

  uploadFile: taskApi('uploadFile', async (options, events) => {
    checkUrl(options.url)
    if (!options.filePath) throw new ApiFailure('parameter error: parameter.filePath should be String instead of Undefined;')
    if (!options.name) throw new ApiFailure('parameter error: parameter.name should be String instead of Undefined;')
    const fields = Object.fromEntries(Object.entries(options.formData ?? {}).map(([name, value]) => [name, String(value)]))
    const part = { filePath: options.filePath, name: options.name, fields }
    const wire = await callNode('upload', { url: reach(options.url), header: lowerCase(options.header), timeout: options.timeout, part }) as Wire
    checkStillOnline()
    events.progress.fire({ progress: 100, totalBytesSent: 1, totalBytesExpectedToSend: 1 })
    return { statusCode: wire.statusCode, data: decodeText(wire.base64), header: wire.header }
  }),

  downloadFile: taskApi('downloadFile', async (options, events) => {
    checkUrl(options.url)
    const wire = await callNode('download', { url: reach(options.url), header: lowerCase(options.header), timeout: options.timeout, filePath: options.filePath }) as Wire
    checkStillOnline()
    events.progress.fire({ progress: 100, totalBytesWritten: 1, totalBytesExpectedToWrite: 1 })
    return { statusCode: wire.statusCode, header: wire.header, ...(options.filePath ? { filePath: wire.path } : { tempFilePath: wire.path }) }
  }),
}

/** For other areas that need a network: fails as WeChat does when there is none. */
export const requireNetwork = () => { if (device.network === 'none') throw new ApiFailure(NO_NETWORK, { errno: 600001 }) }
