import { ApiFailure, boot } from '../bridge'
import { adopt, logic } from '../logic/realm'
import { asyncApis, requireString, syncApi } from './define'

const KB = 1024
/** 1 MB a key, 10 MB in all. */
const ENTRY_LIMIT = 1024 * KB
const TOTAL_LIMIT = 10 * 1024 * KB

/** Key → JSON. WeChat counts the serialised value. */
const entries = new Map(Object.entries(boot.state.storage))
const encoder = new TextEncoder()
const sizes = new Map([...entries].map(([key, text]) => [key, size(key, text)]))

/** What a relaunch starts with. */
export const storedEntries = () => Object.fromEntries(entries)

function size(key: string, text: string) { return encoder.encode(key).length + encoder.encode(text).length }

function used() {
  let sum = 0
  for (const bytes of sizes.values()) sum += bytes
  return sum
}

function write(key: string, data: unknown) {
  requireString({ key }, 'key')
  if (key === '') throw new ApiFailure('parameter error: parameter.key should not be empty')
  // A wrapper tells undefined (stored as such) from null.
  const text = JSON.stringify({ v: data })
  const bytes = size(key, text)
  if (bytes > ENTRY_LIMIT) throw new ApiFailure('entry size limit reached')
  if (used() - (sizes.get(key) ?? 0) + bytes > TOTAL_LIMIT) throw new ApiFailure('exceed storage max size 10Mb')
  entries.set(key, text)
  sizes.set(key, bytes)
}

function read(key: string): unknown {
  const text = entries.get(key)
  return text === undefined ? undefined : (logic.JSON.parse(text) as { v: unknown }).v
}

function remove(key: string) { entries.delete(key); sizes.delete(key) }
function clear() { entries.clear(); sizes.clear() }

const info = () => ({ keys: [...entries.keys()], currentSize: Math.ceil(used() / KB), limitSize: TOTAL_LIMIT / KB })

/** setStorage and its family. */
export const storageApi = {
  setStorageSync: syncApi('setStorageSync', write),
  getStorageSync: syncApi('getStorageSync', (key: string) => read(key) ?? ''),
  removeStorageSync: syncApi('removeStorageSync', remove),
  clearStorageSync: syncApi('clearStorageSync', clear),
  getStorageInfoSync: syncApi('getStorageInfoSync', info),
  batchSetStorageSync: syncApi('batchSetStorageSync', (list: { key: string; value: unknown }[]) => list.forEach((one) => write(one.key, one.value))),
  batchGetStorageSync: syncApi('batchGetStorageSync', (keys: string[]) => keys.map((key) => read(key) ?? '')),
  ...asyncApis({
    setStorage: ({ key, data }) => write(key, data),
    getStorage(options) {
      const key = requireString(options, 'key')
      if (!entries.has(key)) throw new ApiFailure('data not found')
      return { data: read(key) }
    },
    removeStorage: ({ key }) => remove(key),
    clearStorage: clear,
    getStorageInfo: () => adopt(info()),
  }),
}
