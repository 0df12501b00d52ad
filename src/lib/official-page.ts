import Taro from '@tarojs/taro'

/** Leads to an office's own page. Mini-programs may not open foreign sites: the address is copied and the reader told what to do. */
export function openOfficialPage(url: string): void {
  Taro.setClipboardData({ data: url }).then(
    () => Taro.showModal({ title: '网址已复制', content: '请打开手机浏览器，粘贴后查看官方页面。', showCancel: false, confirmText: '知道了' }),
    () => Taro.showToast({ title: '没有复制成功，请稍后再试', icon: 'none' }),
  ).catch(() => undefined)
}
