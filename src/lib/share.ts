import Taro from '@tarojs/taro'
import { pathOf, toQuery } from './routes'

interface Shareable { id: string; title: string }

/** For `useShareAppMessage` on a policy's page. WeChat cuts long titles itself. */
export const sharePolicy = (policy: Shareable): { title: string; path: string } =>
  ({ title: policy.title, path: pathOf('policy', { policyId: policy.id }) })

/** For `useShareTimeline`: moments open the same page with a query only. */
export const timelinePolicy = (policy: Shareable): { title: string; query: string } =>
  ({ title: policy.title, query: toQuery({ policyId: policy.id }) })

/**
 * Copies what leads others to an item: its web address on H5. Chats do not open mini-program paths,
 * so WeChat copies the name and the document number, which can be searched by.
 */
export async function copyLink({ policyId, itemId, name, docNumber }: { policyId: string; itemId: string; name: string; docNumber: string | null }): Promise<void> {
  const data = process.env.TARO_ENV === 'h5' ? webOrigin() + pathOf('item', { policyId, itemId }) : docNumber ? `${name}（${docNumber}）` : name
  // Taro and WeChat both say 已复制 by themselves; a refusal (no permission in a browser) is said here.
  await Taro.setClipboardData({ data }).catch(() => Taro.showToast({ title: '没有复制成功，请长按文字复制', icon: 'none' }))
}

const webOrigin = (): string => (globalThis as unknown as { location: { origin: string } }).location.origin
