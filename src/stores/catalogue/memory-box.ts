import type { FileBox } from './file-box'

/** A box that lasts as long as the app runs: for tests, and for browsers that refuse IndexedDB. */
export function memoryBox(files: Map<string, string> = new Map()): FileBox {
  return {
    read: async (name) => files.get(name) ?? null,
    write: async (name, text) => { files.set(name, text) },
    remove: async (name) => { files.delete(name) },
    list: async () => [...files.keys()],
  }
}
