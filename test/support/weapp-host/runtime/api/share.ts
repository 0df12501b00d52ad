import { callHook, top } from '../pages/stack'
import { showDialog } from '../view/overlays'
import { asyncApis } from './define'

const nothing = () => undefined
let last: unknown

/** The card of the last share, as the page's hook made it. */
export const lastShare = () => last

/** Sharing by the corner menu or a <button open-type="share">: asks the page, shows the dialog, the test confirms. */
export async function share(from: 'menu' | 'button', target?: unknown) {
  const page = top()
  const card = await callHook(page, 'onShareAppMessage', { from, target, webViewUrl: '' }) as { promise?: Promise<object> } | undefined
  last = { title: page.config.navigationBarTitleText, path: `/${page.path}`, ...card, ...await card?.promise }
  await showDialog({ kind: 'share', title: '发送给：', content: String((last as { title?: string }).title ?? ''), confirm: '发送' })
}

export const shareApi = asyncApis({
  showShareMenu: nothing,
  hideShareMenu: nothing,
  updateShareMenu: nothing,
  getShareInfo: () => ({ encryptedData: '', iv: '' }),
  navigateToMiniProgram: ({ appId }) => { if (!appId) throw new Error('navigateToMiniProgram without appId') },
  addToFavorites: nothing,
})
