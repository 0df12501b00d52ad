/**
 * A small stand-in for @tarojs/taro, for tests without a phone: storage and files in memory, a server given by the test,
 * a network that can be cut. Use: `jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))`.
 */
Object.assign(globalThis, { __CLOUD_ENV__: '', __API_BASE_URL__: 'http://server.test' })
process.env.TARO_ENV = 'weapp'

interface Request { url: string; method?: string; data?: unknown; header?: Record<string, string>; filePath?: string; formData?: Record<string, string> }
type Answer = { statusCode: number; data: unknown }
type Callbacks = { success?: (result: never) => void; fail?: (problem: { errMsg: string }) => void }

const newPhone = {
  storage: new Map<string, unknown>(),
  files: new Map<string, string>(),
  requests: [] as Request[],
  /** Answers HTTP requests; throw `{ errMsg }` to fail like Taro does. */
  http: (_request: Request): Answer | Promise<Answer> => ({ statusCode: 404, data: '' }),
  cloud: (_call: { name: string; data: unknown }): unknown => undefined,
  online: true,
  storageFull: false,
  filesFull: false,
  modals: [] as unknown[],
  opened: [] as { how: string; url: string }[],
  router: { path: '/tabs/home/index', params: {} as Record<string, string> },
  listeners: { network: [] as ((state: { isConnected: boolean }) => void)[], show: [] as (() => void)[], error: [] as ((text: string) => void)[], rejection: [] as ((event: { reason: unknown }) => void)[] },
  /** Cuts or restores the network, and tells everyone who listens. */
  setOnline(online: boolean): void {
    newPhone.online = online
    for (const listener of newPhone.listeners.network) listener({ isConnected: online })
  },
}

/** What a test sets and sees. One for a test file, also when modules are loaded anew as after a launch. */
export const phone: typeof newPhone = ((globalThis as { testPhone?: typeof newPhone }).testPhone ??= newPhone)

const later = (act: () => void): void => { setTimeout(act, 0) }
function fileCall<O extends Callbacks>(options: O, act: () => object): void {
  later(() => {
    try {
      options.success?.(act() as never)
    } catch (problem) {
      options.fail?.({ errMsg: (problem as Error).message })
    }
  })
}

const fileSystem = {
  mkdir: (options: Callbacks) => fileCall(options, () => ({})),
  readFile: (options: Callbacks & { filePath: string }) => fileCall(options, () => {
    const data = phone.files.get(options.filePath)
    if (data === undefined) throw new Error(`readFile:fail no such file or directory, open ${options.filePath}`)
    return { data }
  }),
  writeFile: (options: Callbacks & { filePath: string; data: string }) => fileCall(options, () => {
    if (phone.filesFull) throw new Error('writeFile:fail the maximum size of the file storage limit is exceeded')
    phone.files.set(options.filePath, options.data)
    return {}
  }),
  unlink: (options: Callbacks & { filePath: string }) => fileCall(options, () => {
    if (!phone.files.delete(options.filePath)) throw new Error('unlink:fail no such file or directory')
    return {}
  }),
  readdir: (options: Callbacks & { dirPath: string }) => fileCall(options, () => ({
    files: [...phone.files.keys()].filter((path) => path.startsWith(`${options.dirPath}/`)).map((path) => path.slice(options.dirPath.length + 1)),
  })),
  getFileInfo: (options: Callbacks & { filePath: string }) => fileCall(options, () => ({ size: phone.files.get(options.filePath)?.length ?? 1 })),
}

async function request(options: Request): Promise<Answer> {
  phone.requests.push(options)
  if (!phone.online) throw { errMsg: 'request:fail ' }
  return phone.http(options)
}

const open = (how: string) => async ({ url }: { url: string }): Promise<void> => { phone.opened.push({ how, url }) }

const Taro = {
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getStorageSync: (key: string): unknown => phone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => {
    if (phone.storageFull) throw new Error('setStorageSync:fail exceed storage max size 10Mb')
    phone.storage.set(key, JSON.parse(JSON.stringify(value)))
  },
  getFileSystemManager: () => fileSystem,
  request,
  uploadFile: request,
  cloud: { init: () => undefined, callFunction: async (call: { name: string; data: unknown }) => ({ result: await phone.cloud(call) }) },
  getNetworkType: async () => ({ networkType: phone.online ? 'wifi' : 'none' }),
  onNetworkStatusChange: (listener: (state: { isConnected: boolean }) => void) => { phone.listeners.network.push(listener) },
  onAppShow: (listener: () => void) => { phone.listeners.show.push(listener) },
  onError: (listener: (text: string) => void) => { phone.listeners.error.push(listener) },
  onUnhandledRejection: (listener: (event: { reason: unknown }) => void) => { phone.listeners.rejection.push(listener) },
  switchTab: open('switchTab'), navigateTo: open('navigateTo'), redirectTo: open('redirectTo'),
  navigateBack: async () => { phone.opened.push({ how: 'navigateBack', url: '' }) },
  getCurrentPages: () => [{}],
  getCurrentInstance: () => ({ router: phone.router }),
  getAccountInfoSync: () => ({ miniProgram: { version: '1.2.3' } }),
  showModal: async (options: unknown) => { phone.modals.push(options); return { confirm: true } },
  showToast: async () => undefined,
  setClipboardData: async () => undefined,
  canIUse: () => true,
}

export default Taro
export const useRouter = () => phone.router
