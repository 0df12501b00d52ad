import Taro from '@tarojs/taro'
import type { CallEnvelope } from '@contract/operation'

let ready = false

/** Sends a call to its domain's WeChat cloud function; WeChat itself says who calls. @returns the answer's text */
export async function sendToCloud(envelope: CallEnvelope): Promise<unknown> {
  if (!ready) Taro.cloud.init({ env: __CLOUD_ENV__ })
  ready = true
  const { result } = await Taro.cloud.callFunction({ name: envelope.operation.split('.')[0]!, data: envelope })
  return result
}
