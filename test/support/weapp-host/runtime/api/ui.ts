import { ApiFailure } from '../bridge'
import { adopt } from '../logic/realm'
import { scrollPage, startPullDown, stopPullDown } from '../pages/scroll'
import { top } from '../pages/stack'
import { capsuleRect, setBadge, setBarColor, setTabsHidden, setTabText, setTitle } from '../view/bars'
import { hideToast, showDialog, showSheet, showToast } from '../view/overlays'
import { asyncApis } from './define'

/** WeChat shows at most six rows. */
const SHEET_LIMIT = 6
const nothing = () => undefined

/** Toast, loading, modal and sheet. */
const feedback = asyncApis({
  showToast: ({ title, duration, mask }) => showToast(String(title ?? ''), { duration: duration ?? 1500, mask }),
  hideToast: () => hideToast(),
  showLoading: ({ title, mask }) => showToast(String(title ?? ''), { mask }),
  hideLoading: () => hideToast(),
  async showModal(options) {
    const { answer, text } = await showDialog({
      kind: 'modal',
      title: options.title ?? '',
      content: options.content,
      confirm: options.confirmText,
      cancel: options.showCancel === false ? null : options.cancelText,
      editable: options.editable,
      placeholder: options.placeholderText,
    })
    return { confirm: answer === 'confirm', cancel: answer === 'cancel', ...(options.editable && answer === 'confirm' ? { content: text } : { content: null }) }
  },
  async showActionSheet({ itemList, alertText }) {
    if (!Array.isArray(itemList) || itemList.length === 0) throw new ApiFailure('parameter error: itemList should have at least 1 item')
    if (itemList.length > SHEET_LIMIT) throw new ApiFailure(`parameter error: itemList should not be large than ${SHEET_LIMIT}`)
    const tapIndex = await showSheet(itemList, alertText)
    if (tapIndex === null) throw new ApiFailure('cancel')
    return { tapIndex }
  },
})

/** Navigation bar, tab bar and the page itself. */
const bars = asyncApis({
  setNavigationBarTitle({ title }) { top().config.navigationBarTitleText = title; setTitle(title) },
  setNavigationBarColor({ frontColor, backgroundColor }) { setBarColor(frontColor, backgroundColor) },
  showNavigationBarLoading: nothing,
  hideNavigationBarLoading: nothing,
  hideHomeButton: nothing,
  setBackgroundColor({ backgroundColor }) { top().scroller.style.background = backgroundColor ?? '' },
  setBackgroundTextStyle: nothing,
  showTabBar: () => setTabsHidden(false),
  hideTabBar: () => setTabsHidden(true),
  setTabBarBadge: ({ index, text }) => setBadge(index, text),
  removeTabBarBadge: ({ index }) => setBadge(index, null),
  showTabBarRedDot: ({ index }) => setBadge(index, ''),
  hideTabBarRedDot: ({ index }) => setBadge(index, null),
  setTabBarItem: ({ index, text }) => { if (text) setTabText(index, text) },
  setTabBarStyle: nothing,
  pageScrollTo: (options) => scrollPage(top(), options),
  startPullDownRefresh: () => startPullDown(top()),
  stopPullDownRefresh: () => stopPullDown(),
  hideKeyboard: () => { (document.activeElement as HTMLElement | null)?.blur() },
  enableAlertBeforeUnload: nothing,
  disableAlertBeforeUnload: nothing,
  loadFontFace: () => ({ status: 'loaded' }),
})

export const uiApi = {
  ...feedback,
  ...bars,
  getMenuButtonBoundingClientRect: () => adopt({ ...capsuleRect }),
  nextTick: (callback: () => void) => { setTimeout(callback, 0) },
}
