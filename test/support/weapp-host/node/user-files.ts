/** WeChat's ceiling for saved and user files together. */
export const USER_FILES_LIMIT = 200 * 1024 * 1024

export const USER_DATA_PATH = 'wxfile://usr'
const STORE = 'wxfile://store/'
const TEMPORARY = 'wxfile://tmp/'

interface StoredFile { content: Buffer; modified: number }

export interface FileStat { isDirectory: boolean; size: number; mode: number; lastAccessedTime: number; lastModifiedTime: number }

/** Thrown with the words that WeChat puts after `fail `. */
export class FileError extends Error {}

/** The file system of one phone: user files, saved files and temporary files, in memory. */
export class UserFiles {
  private files = new Map<string, StoredFile>()
  private folders = new Set<string>([USER_DATA_PATH])
  private counter = 0
  /** Reads a file of the code package (read-only for the app); set by the host. */
  readPackageFile: (path: string) => Buffer | null = () => null

  constructor(public limit = USER_FILES_LIMIT) {}

  /** Temporary files do not outlive the app: the strictest reading of "may be reclaimed". */
  dropTemporary() {
    for (const path of this.files.keys()) if (path.startsWith(TEMPORARY)) this.files.delete(path)
  }

  addTemporary(content: Buffer, extension: string): string {
    const path = `${TEMPORARY}${++this.counter}${extension}`
    this.files.set(path, { content, modified: Date.now() })
    return path
  }

  /** Moves a temporary file where it stays, as saveFile does. */
  save(from: string, to?: string): string {
    const content = this.read(from)
    const target = to ?? `${STORE}${++this.counter}${/\.\w+$/.exec(from)?.[0] ?? ''}`
    this.put(target, content, 'open', from)
    this.files.delete(from)
    return target
  }

  saved() {
    return [...this.files].filter(([path]) => path.startsWith(STORE))
      .map(([filePath, file]) => ({ filePath, size: file.content.length, createTime: Math.floor(file.modified / 1000) }))
  }

  /** Bytes that count against the 200 MB. */
  used(): number {
    let sum = 0
    for (const [path, file] of this.files) if (!path.startsWith(TEMPORARY)) sum += file.content.length
    return sum
  }

  exists(path: string): boolean {
    const clean = tidy(path)
    return this.files.has(clean) || this.folders.has(clean) || this.packageFile(clean) !== null
  }

  read(path: string): Buffer {
    const clean = tidy(path)
    const content = this.files.get(clean)?.content ?? this.packageFile(clean)
    if (content) return content
    if (this.folders.has(clean)) throw new FileError(`illegal operation on a directory, open ${path}`)
    throw new FileError(`no such file or directory, open ${path}`)
  }

  write(path: string, content: Buffer) { this.put(tidy(path), content, 'open') }

  append(path: string, content: Buffer) { this.put(tidy(path), Buffer.concat([this.read(path), content]), 'open') }

  copy(from: string, to: string) { this.put(tidy(to), this.read(from), 'copyFile') }

  rename(from: string, to: string) {
    const source = tidy(from)
    if (this.folders.has(source)) return this.renameFolder(source, tidy(to))
    const content = this.read(from)
    this.put(tidy(to), content, 'rename', source)
    this.files.delete(source)
  }

  unlink(path: string) {
    const clean = tidy(path)
    if (this.folders.has(clean)) throw new FileError(`operation not permitted, unlink ${path}`)
    if (!this.files.delete(clean)) throw new FileError(`no such file or directory, unlink ${path}`)
  }

  makeFolder(path: string, recursive: boolean) {
    const clean = tidy(path)
    requireWritable(clean, 'mkdir')
    if (this.folders.has(clean) || this.files.has(clean)) {
      if (recursive) return
      throw new FileError(`file already exists, mkdir ${path}`)
    }
    if (recursive) for (let up = parent(clean); !this.folders.has(up); up = parent(up)) this.folders.add(up)
    else if (!this.folders.has(parent(clean))) throw new FileError(`no such file or directory, mkdir ${path}`)
    this.folders.add(clean)
  }

  removeFolder(path: string, recursive: boolean) {
    const clean = tidy(path)
    if (!this.folders.has(clean)) throw new FileError(`no such file or directory, rmdir ${path}`)
    const inside = [...this.files.keys(), ...this.folders].filter((name) => name.startsWith(clean + '/'))
    if (inside.length && !recursive) throw new FileError(`directory not empty, rmdir ${path}`)
    for (const name of inside) { this.files.delete(name); this.folders.delete(name) }
    if (clean !== USER_DATA_PATH) this.folders.delete(clean)
  }

  list(path: string): string[] {
    const clean = tidy(path)
    if (!this.folders.has(clean)) throw new FileError(`no such file or directory, scandir ${path}`)
    return [...this.files.keys(), ...this.folders]
      .filter((name) => name !== clean && parent(name) === clean).map((name) => name.slice(clean.length + 1))
  }

  stat(path: string): FileStat {
    const clean = tidy(path)
    const isDirectory = this.folders.has(clean)
    const size = isDirectory ? 0 : this.read(path).length
    const seconds = Math.floor((this.files.get(clean)?.modified ?? Date.now()) / 1000)
    return { isDirectory, size, mode: isDirectory ? 16877 : 33188, lastAccessedTime: seconds, lastModifiedTime: seconds }
  }

  private packageFile(path: string): Buffer | null {
    return path.includes('://') ? null : this.readPackageFile(path.replace(/^\//, ''))
  }

  private put(path: string, content: Buffer, verb: string, replacing?: string) {
    requireWritable(path, verb)
    if (path.startsWith(USER_DATA_PATH) && !this.folders.has(parent(path))) throw new FileError(`no such file or directory, ${verb} ${path}`)
    const freed = [path, replacing].reduce((sum, one) => sum + (one && !one.startsWith(TEMPORARY) ? this.files.get(one)?.content.length ?? 0 : 0), 0)
    if (this.used() - freed + content.length > this.limit) throw new FileError('the maximum size of the file storage limit is exceeded')
    this.files.set(path, { content, modified: Date.now() })
  }

  private renameFolder(from: string, to: string) {
    requireWritable(to, 'rename')
    for (const [path, file] of [...this.files]) {
      if (path.startsWith(from + '/')) { this.files.delete(path); this.files.set(to + path.slice(from.length), file) }
    }
    for (const path of [...this.folders]) {
      if (path === from || path.startsWith(from + '/')) { this.folders.delete(path); this.folders.add(to + path.slice(from.length)) }
    }
  }
}

const tidy = (path: string) => path.replace(/\/+$/, '')
const parent = (path: string) => path.slice(0, path.lastIndexOf('/'))

function requireWritable(path: string, verb: string) {
  if (!path.startsWith(USER_DATA_PATH + '/') && !path.startsWith(STORE)) throw new FileError(`permission denied, ${verb} ${path}`)
}
