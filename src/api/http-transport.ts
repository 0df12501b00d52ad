import Taro from '@tarojs/taro'
import type { CallEnvelope } from '@contract/operation'
import { TIMEOUT_MS } from './network-failure'

/** An address of our own server; absolute ones, e.g. of a file store, stay as they are. */
export const addressOf = (path: string): string => (path.startsWith('/') ? __API_BASE_URL__ + path : path)

const bearer = (token: string | null): Record<string, string> => (token === null ? {} : { Authorization: `Bearer ${token}` })

/** Sends a call to our own server over HTTP. @returns the answer's text */
export async function sendOverHttp(envelope: CallEnvelope, token: string | null): Promise<unknown> {
  const { data } = await Taro.request<unknown>({
    url: addressOf('/api/call'),
    method: 'POST',
    data: envelope,
    header: { 'Content-Type': 'application/json', ...bearer(token) },
    timeout: TIMEOUT_MS,
    // Text, so that one place judges what came: Taro turns a broken JSON into null on H5, WeChat into a string.
    dataType: 'text',
    responseType: 'text',
  })
  return data
}
