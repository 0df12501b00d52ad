import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../contract/errors'
import { HEAD_BYTES, looksLike } from './file-types'

/** What is remembered of a file beside its bytes. */
export interface FileFacts { type: string; bytes: number }

/** Files in a folder: written whole or not at all, never written over. */
export interface FileStore {
  /**
   * Takes a file in, checking its true size and first bytes against what was announced.
   * The same bytes again are fine; others under the same id are a conflict.
   */
  receive(fileId: string, facts: FileFacts, bytes: Readable): Promise<void>
  /** Null when the file's bytes never arrived. */
  factsOf(fileId: string): Promise<FileFacts | null>
  read(fileId: string): Readable
  /** Removes what uploads left behind that a crash cut off before `at` (milliseconds). */
  removeLeftovers(at: number): Promise<void>
}

const UNFINISHED = '.part'

/** One folder a file, holding `bytes` and `facts.json`. @param root is made when missing */
export function createFileStore(root: string): FileStore {
  // Ids may hold signs that file systems refuse or fold (`:`, capitals): the name on disk is a digest.
  const folderOf = (fileId: string) => path.join(root, createHash('sha256').update(fileId).digest('hex'))
  const factsIn = async (folder: string) => JSON.parse(await readFile(path.join(folder, 'facts.json'), 'utf8')) as FileFacts & { digest: string }

  return {
    async receive(fileId, facts, bytes) {
      const target = folderOf(fileId)
      const temporary = `${target}.${randomUUID()}${UNFINISHED}`
      await mkdir(temporary, { recursive: true })
      try {
        const digest = await writeChecked(path.join(temporary, 'bytes'), facts, bytes)
        await writeFile(path.join(temporary, 'facts.json'), JSON.stringify({ ...facts, digest }), { flush: true })
        if (await claim(temporary, target)) await syncToDisk(root)
        else if ((await factsIn(target)).digest !== digest) {
          throw new AppError('CONFLICT', { userMessage: '这个文件已经上传过，不能换成别的内容' })
        }
      } finally {
        await rm(temporary, { recursive: true, force: true })
      }
    },
    async factsOf(fileId) {
      try {
        const { type, bytes } = await factsIn(folderOf(fileId))
        return { type, bytes }
      } catch (failure) {
        if (codeOf(failure) === 'ENOENT') return null
        throw failure
      }
    },
    read: (fileId) => createReadStream(path.join(folderOf(fileId), 'bytes')),
    async removeLeftovers(at) {
      for (const name of await readdir(root).catch(() => [])) {
        const unfinished = path.join(root, name)
        if (name.endsWith(UNFINISHED) && (await stat(unfinished)).mtimeMs < at) await rm(unfinished, { recursive: true, force: true })
      }
    },
  }
}

/** Writes a stream to a file, durably. @returns the digest of its bytes */
async function writeChecked(file: string, { type, bytes: announced }: FileFacts, source: Readable): Promise<string> {
  const digest = createHash('sha256')
  let head = Buffer.alloc(0)
  let size = 0
  await pipeline(
    source,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        size += chunk.length
        if (size > announced) throw new AppError('TOO_LARGE', { userMessage: '文件比选择时更大，请重新选择' })
        if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
        digest.update(chunk)
        yield chunk
      }
    },
    createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }),
  )
  if (size < announced) throw new AppError('BAD_INPUT', { userMessage: '文件没有传完整，请重新上传' })
  if (!looksLike(type, head)) throw new AppError('FILE_TYPE_NOT_ALLOWED', { userMessage: '文件内容与类型不符，请换一个文件' })
  return digest.digest('hex')
}

/** Gives a finished folder its name unless one has it: renaming onto a folder with content fails, whoever races. */
async function claim(temporary: string, target: string): Promise<boolean> {
  try {
    await rename(temporary, target)
    return true
  } catch (failure) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(codeOf(failure) ?? '')) return false
    throw failure
  }
}

const codeOf = (failure: unknown): string | undefined => (failure as NodeJS.ErrnoException).code

// A rename lasts through a power cut only once its folder is on disk.
async function syncToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try { await handle.sync() } finally { await handle.close() }
}
