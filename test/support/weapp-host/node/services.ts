import { mediaType, NetworkError, send, upload, type WireRequest } from './network'
import { FileError } from './user-files'
import type { Profile } from './profile'

/** Answers wx.cloud.callFunction. Throw an Error with `errCode` to make the call fail as a function does. */
export type CloudHandler = (name: string, data: unknown) => Promise<unknown>

type Args = Record<string, never> & Record<string, unknown>
type Service = (args: any) => unknown

/** What the browser side may ask of the Node side asynchronously: the network and the cloud. */
export function networkServices(profile: Profile, cloud: CloudHandler): Record<string, Service> {
  return {
    request: (args: WireRequest) => send(args),
    upload: (args: WireRequest & { part: Parameters<typeof upload>[2] }) => upload(args, profile.files, args.part),
    async download(args: WireRequest & { filePath?: string }) {
      const response = await send(args)
      const content = Buffer.from(response.base64, 'base64')
      const extension = /\.\w{1,5}$/.exec(new URL(args.url).pathname)?.[0] ?? '.unknown'
      if (args.filePath) profile.files.write(args.filePath, content)
      return { ...response, base64: '', path: args.filePath ?? profile.files.addTemporary(content, extension) }
    },
    // Both directions as JSON: a cloud function never shares memory with its caller.
    callFunction: async ({ name, data }: { name: string; data: unknown }) => (await cloud(name, data)) ?? null,
    cloudUpload: ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) => {
      profile.files.read(filePath)
      return { fileID: `cloud://local.weapp-host/${cloudPath}` }
    },
  }
}

/** What the browser side asks synchronously (FileSystemManager's …Sync calls need an answer at once). */
export function fileServices(profile: Profile): Record<string, Service> {
  const { files } = profile
  const bytes = (args: Args) => (args.base64 !== undefined ? Buffer.from(String(args.base64), 'base64') : Buffer.from(String(args.text), encodingOf(args.encoding)))
  return {
    access: ({ path }) => { if (!files.exists(path)) throw new FileError(`no such file or directory ${path}`) },
    read: ({ path, encoding, position, length }) => {
      const whole = files.read(path)
      const content = whole.subarray(position ?? 0, length === undefined ? undefined : (position ?? 0) + length)
      return encoding ? { text: content.toString(encodingOf(encoding)) } : { base64: content.toString('base64') }
    },
    write: (args) => files.write(args.path, bytes(args)),
    append: (args) => files.append(args.path, bytes(args)),
    copy: ({ from, to }) => files.copy(from, to),
    rename: ({ from, to }) => files.rename(from, to),
    unlink: ({ path }) => files.unlink(path),
    mkdir: ({ path, recursive }) => files.makeFolder(path, Boolean(recursive)),
    rmdir: ({ path, recursive }) => files.removeFolder(path, Boolean(recursive)),
    readdir: ({ path }) => files.list(path),
    stat: ({ path, recursive }) => recursive ? statTree(profile, path) : files.stat(path),
    save: ({ from, to }) => files.save(from, to),
    saved: () => files.saved(),
    temporary: ({ base64, extension }) => files.addTemporary(Buffer.from(base64, 'base64'), extension),
  }
}

function statTree({ files }: Profile, root: string): { path: string; stats: ReturnType<typeof files.stat> }[] {
  const walk = (path: string, name: string): { path: string; stats: ReturnType<typeof files.stat> }[] => {
    const stats = files.stat(path)
    const inside = stats.isDirectory ? files.list(path).flatMap((one) => walk(`${path.replace(/\/$/, '')}/${one}`, `${name}/${one}`)) : []
    return [{ path: name || '/', stats }, ...inside]
  }
  return walk(root, '')
}

/** WeChat's encoding names that Node does not know by the same name. */
function encodingOf(name: unknown): BufferEncoding {
  const encoding = String(name ?? 'utf8')
  return (encoding === 'binary' ? 'latin1' : encoding) as BufferEncoding
}

/** How a failed service reaches the browser: expected failures carry WeChat's words, others are bugs of the host. */
export function describeFailure(error: unknown): { message: string; expected: boolean; errCode?: number } {
  const known = error instanceof NetworkError || error instanceof FileError
  const { message, errCode } = error as Error & { errCode?: number }
  return { message, expected: known, ...(errCode === undefined ? {} : { errCode }) }
}

export { mediaType }
