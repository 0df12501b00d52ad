import Taro from '@tarojs/taro'
import { StorageFullError, type FileBox } from './file-box'

interface Callbacks<R> { success: (result: R) => void; fail: (problem: { errMsg: string }) => void }

const asked = <R>(start: (callbacks: Callbacks<R>) => void): Promise<R> =>
  new Promise((resolve, reject) => start({ success: resolve, fail: ({ errMsg }) => reject(new Error(errMsg)) }))

const isMissing = (problem: unknown): boolean => /no such file/i.test(String(problem))
const isFull = (problem: unknown): boolean => /maximum size|exceeded|no space|not enough/i.test(String(problem))

/** The catalogue's folder among the user files of WeChat: 200 MB, not evicted like storage. */
export function phoneBox(): FileBox {
  const files = Taro.getFileSystemManager()
  const folder = `${Taro.env.USER_DATA_PATH}/catalogue`
  const pathOf = (name: string) => `${folder}/${name}`
  let folderMade: Promise<unknown> | null = null
  const makeFolder = () => (folderMade ??= asked((callbacks) => files.mkdir({ dirPath: folder, recursive: true, ...callbacks }))
    .catch((problem: unknown) => { if (!/exist/i.test(String(problem))) { folderMade = null; throw problem } }))

  return {
    async read(name) {
      try {
        const { data } = await asked<{ data: string | ArrayBuffer }>((callbacks) => files.readFile({ filePath: pathOf(name), encoding: 'utf8', ...callbacks }))
        return data as string
      } catch (problem) {
        if (isMissing(problem)) return null
        throw problem
      }
    },
    async write(name, text) {
      try {
        await makeFolder()
        await asked((callbacks) => files.writeFile({ filePath: pathOf(name), data: text, encoding: 'utf8', ...callbacks }))
      } catch (problem) {
        throw isFull(problem) ? new StorageFullError() : problem
      }
    },
    async remove(name) {
      try {
        await asked((callbacks) => files.unlink({ filePath: pathOf(name), ...callbacks }))
      } catch (problem) {
        if (!isMissing(problem)) throw problem
      }
    },
    async list() {
      await makeFolder()
      return (await asked<{ files: string[] }>((callbacks) => files.readdir({ dirPath: folder, ...callbacks }))).files
    },
  }
}
