import { ApiFailure, callFiles } from '../bridge'
import { adopt } from '../logic/realm'
import { asyncApi, asyncApis, callBack, requireString, settle, syncApi, type Callbacks } from './define'

export const USER_DATA_PATH = 'wxfile://usr'

const toBase64 = (bytes: Uint8Array) => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
export const fromBase64 = (text: string): ArrayBuffer => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer

/** Text or bytes on their way to the Node side. `instanceof` would not know the logic layer's ArrayBuffer. */
export function payload(data: unknown, encoding?: string): { text?: string; base64?: string; encoding?: string } {
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') return { base64: toBase64(new Uint8Array(data as ArrayBuffer)) }
  if (ArrayBuffer.isView(data)) return { base64: toBase64(new Uint8Array(data.buffer, data.byteOffset, data.byteLength)) }
  if (typeof data === 'string') return { text: data, encoding }
  throw new ApiFailure('invalid data type, the data argument must be one of string, ArrayBuffer')
}

const content = (answer: { text?: string; base64?: string }) => answer.text ?? fromBase64(answer.base64!)
const stats = (stat: { isDirectory: boolean }) => adopt({ ...stat, isDirectory: () => stat.isDirectory, isFile: () => !stat.isDirectory })

type Options = Record<string, any>

/** FileSystemManager's operations, each in terms of its options object. */
const operations: Record<string, (options: Options) => unknown> = {
  access: ({ path }) => callFiles('access', { path }),
  appendFile: ({ filePath, data, encoding }) => callFiles('append', { path: filePath, ...payload(data, encoding) }),
  copyFile: ({ srcPath, destPath }) => callFiles('copy', { from: srcPath, to: destPath }),
  mkdir: ({ dirPath, recursive }) => callFiles('mkdir', { path: dirPath, recursive }),
  readFile: ({ filePath, encoding, position, length }) => ({ data: content(callFiles('read', { path: requireString({ filePath }, 'filePath'), encoding, position, length })) }),
  readdir: ({ dirPath }) => ({ files: callFiles('readdir', { path: dirPath }) }),
  rename: ({ oldPath, newPath }) => callFiles('rename', { from: oldPath, to: newPath }),
  rmdir: ({ dirPath, recursive }) => callFiles('rmdir', { path: dirPath, recursive }),
  saveFile: ({ tempFilePath, filePath }) => ({ savedFilePath: callFiles('save', { from: tempFilePath, to: filePath }) }),
  stat({ path, recursive }) {
    const answer = callFiles('stat', { path, recursive })
    return { stats: recursive ? answer.map((one: { path: string; stats: never }) => ({ path: one.path, stats: stats(one.stats) })) : stats(answer) }
  },
  unlink: ({ filePath }) => callFiles('unlink', { path: filePath }),
  writeFile: ({ filePath, data, encoding }) => callFiles('write', { path: requireString({ filePath }, 'filePath'), ...payload(data, encoding) }),
}

/** How the …Sync forms take the same things as positional arguments, and what they answer. */
const positional: Record<string, [names: string[], result?: string]> = {
  access: [['path']],
  appendFile: [['filePath', 'data', 'encoding']],
  copyFile: [['srcPath', 'destPath']],
  mkdir: [['dirPath', 'recursive']],
  readFile: [['filePath', 'encoding', 'position', 'length'], 'data'],
  readdir: [['dirPath'], 'files'],
  rename: [['oldPath', 'newPath']],
  rmdir: [['dirPath', 'recursive']],
  saveFile: [['tempFilePath', 'filePath'], 'savedFilePath'],
  stat: [['path', 'recursive'], 'stats'],
  unlink: [['filePath']],
  writeFile: [['filePath', 'data', 'encoding']],
}

const more = {
  getFileInfo: asyncApi('getFileInfo', ({ filePath }) => ({ size: callFiles('stat', { path: filePath }).size })),
  getSavedFileList: asyncApi('getSavedFileList', () => ({ fileList: callFiles('saved', {}) })),
  removeSavedFile: asyncApi('removeSavedFile', ({ filePath }) => callFiles('unlink', { path: filePath })),
}

function createManager() {
  const manager: Record<string, unknown> = { ...more }
  for (const [name, run] of Object.entries(operations)) {
    // These calls take callbacks only; they never answer with a promise.
    manager[name] = (options: Options & Callbacks) => {
      const work = Promise.resolve().then(() => run(options))
      void settle(name, { ...options, complete: (result) => callBack(options.complete, result) }, work)
    }
    const [names, result] = positional[name]!
    manager[`${name}Sync`] = syncApi(`${name}Sync`, (...args: unknown[]) => {
      const answer = run(Object.fromEntries(names.map((one, index) => [one, args[index]])))
      return result ? (answer as Options)[result] : undefined
    })
  }
  return new Proxy(adopt(manager), {
    get(target, name) {
      if (name in target || typeof name !== 'string' || name === 'then') return target[name as string]
      throw new Error(`FileSystemManager.${name} is not implemented by the weapp host`)
    },
  })
}

let manager: unknown

/** Files: getFileSystemManager and the older wx.saveFile family. */
export const filesApi = {
  env: adopt({ USER_DATA_PATH }),
  getFileSystemManager: () => (manager ??= createManager()),
  ...more,
  ...asyncApis({
    saveFile: operations.saveFile!,
    getSavedFileInfo({ filePath }) {
      const stat = callFiles('stat', { path: filePath })
      return { size: stat.size, createTime: stat.lastModifiedTime }
    },
    openDocument({ filePath }) { callFiles('access', { path: filePath }) },
  }),
}

/** Puts bytes into a temporary file. */
export const temporaryFile = (base64: string, extension: string): string => callFiles('temporary', { base64, extension })
