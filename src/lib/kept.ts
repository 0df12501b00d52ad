import Taro from '@tarojs/taro'
import { watchStorage } from './storage-source'
import { writeStored } from './storage'

/** A value of a store that is also kept on the phone, where another browser tab may change it. */
interface Kept<T> {
  /** The present value; what another tab has stored meanwhile counts. Ask before every change. */
  latest(): T
  /** Shows a value and stores it. @returns false when only memory has it */
  put(value: T): boolean
  /** Stores a value, and shows it only when the phone took it. @returns whether it did */
  putIfStored(value: T): boolean
}

const refreshers = new Map<string, () => void>()

/**
 * Ties a part of a store to a key of the phone's storage.
 * @param read the stored value, checked
 * @param get the value in the store
 * @param show puts a value into the store
 */
export function keep<T>(key: string, { read, get, show }: { read: () => T; get: () => T; show: (value: T) => void }): Kept<T> {
  // Compared as text: without room, memory is ahead of the storage and must not be thrown back to it.
  let seen = textAt(key)
  const latest = () => {
    const text = textAt(key)
    if (text !== seen) {
      seen = text
      show(read())
    }
    return get()
  }
  const store = (value: T) => {
    const stored = writeStored(key, value)
    seen = textAt(key)
    return stored
  }
  refreshers.set(key, latest)
  return {
    latest,
    put: (value) => { show(value); return store(value) },
    putIfStored: (value) => { const stored = store(value); if (stored) show(value); return stored },
  }
}

/** Shows at once what other tabs store. Once, at launch. */
export const followOtherTabs = (): void => watchStorage((key) => {
  if (key === null) refreshers.forEach((refresh) => refresh())
  else refreshers.get(key)?.()
})

function textAt(key: string): string | null {
  try {
    return JSON.stringify(Taro.getStorageSync(key)) ?? null
  } catch {
    return null
  }
}
