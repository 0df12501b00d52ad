import { ApiFailure, callNode } from '../bridge'
import { adopt, logic } from '../logic/realm'
import { asyncApi } from './define'
import { requireNetwork } from './network'

/** WeChat refuses bigger calls. */
const CALL_LIMIT = 100 * 1024
let initialised = false

const requireInit = () => { if (!initialised) throw new ApiFailure('Cloud API isn\'t enabled, please call wx.cloud.init first', { errCode: -1 }) }

/** wx.cloud. Functions are answered by the handler that the host was started with. */
export const cloudApi = {
  init: () => { initialised = true },
  callFunction: asyncApi('cloud.callFunction', async ({ name, data }) => {
    requireInit()
    requireNetwork()
    const text = JSON.stringify(data ?? {})
    if (text.length > CALL_LIMIT) throw new ApiFailure(`data exceed max size (${text.length} > ${CALL_LIMIT})`, { errCode: -501003 })
    try {
      const result: unknown = await callNode('callFunction', { name, data: JSON.parse(text) })
      return { result: logic.JSON.parse(JSON.stringify(result)), requestID: `weapp-host-${Date.now()}` }
    } catch (error) {
      // What a function that throws looks like to its caller.
      const { message, errCode = -504002 } = error as Error & { errCode?: number }
      throw new ApiFailure(`Error: errCode: ${errCode} functions execute fail | errMsg: ${message}`, { errCode })
    } finally {
      requireNetwork()
    }
  }),
  uploadFile: asyncApi('cloud.uploadFile', async (options) => {
    requireInit()
    requireNetwork()
    return { ...await callNode('cloudUpload', { cloudPath: options.cloudPath, filePath: options.filePath }), statusCode: 200 }
  }),
  database: () => { throw new Error('wx.cloud.database is not implemented by the weapp host: phones talk to functions only') },
}

/** Its own unknown members fail by name too. */
export const cloud = new Proxy(adopt(cloudApi), {
  get(target, name) {
    if (name in target || typeof name !== 'string' || ['then', 'toJSON'].includes(name)) return target[name as keyof typeof target]
    return () => { throw new Error(`wx.cloud.${name} is not implemented by the weapp host`) }
  },
})
