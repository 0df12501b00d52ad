import { createStore, del, get, keys, set } from 'idb-keyval'
import { StorageFullError, type FileBox } from './file-box'
import { memoryBox } from './memory-box'

/** The catalogue in IndexedDB: localStorage ends at 5 MB. Where a browser refuses it, the copy lasts until the page is closed. */
export function phoneBox(): FileBox {
  // Opens the database on first use only; where there is none that throws, hence the async functions.
  const store = createStore('catalogue', 'files')
  const box: FileBox = {
    read: async (name) => (await get<string>(name, store)) ?? null,
    write: async (name, text) => {
      try {
        await set(name, text, store)
      } catch (problem) {
        throw (problem as { name?: string }).name === 'QuotaExceededError' ? new StorageFullError() : problem
      }
    },
    remove: async (name) => del(name, store),
    list: async () => keys<string>(store),
  }
  const fallback = memoryBox()
  const chosen = box.list().then(() => box, () => fallback)
  return {
    read: async (name) => (await chosen).read(name),
    write: async (name, text) => (await chosen).write(name, text),
    remove: async (name) => (await chosen).remove(name),
    list: async () => (await chosen).list(),
  }
}
