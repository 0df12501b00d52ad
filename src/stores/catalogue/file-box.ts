/** Where the catalogue's files are kept: texts by flat name. Adapters: WeChat's user files, IndexedDB, memory. */
export interface FileBox {
  /** The text under a name; null when there is none. */
  read(name: string): Promise<string | null>
  /** Writes a whole text. A crash may leave a part of it. @throws StorageFullError when there is no room */
  write(name: string, text: string): Promise<void>
  /** Removes a text; quiet when there is none. */
  remove(name: string): Promise<void>
  list(): Promise<string[]>
}

/** The phone has no room left for the catalogue. */
export class StorageFullError extends Error {
  constructor() {
    super('no room left')
    this.name = 'StorageFullError'
  }
}

/** A file is missing or is not what the manifest says it is. */
export class DamagedError extends Error {
  constructor(what: string) {
    super(`catalogue damaged: ${what}`)
    this.name = 'DamagedError'
  }
}
