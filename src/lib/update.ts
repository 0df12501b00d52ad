import Taro from '@tarojs/taro'

/** Offers a downloaded new version of the mini-program and restarts into it when the reader agrees. WeChat only. */
export function offerUpdate(): void {
  if (process.env.TARO_ENV !== 'weapp' || !Taro.canIUse('getUpdateManager')) return
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => {
    void Taro.showModal({
      title: '有新版本',
      content: '新版本已经准备好，重启后就能使用。已存在手机里的内容不会丢。',
      confirmText: '马上重启',
      cancelText: '稍后',
    }).then(({ confirm }) => { if (confirm) manager.applyUpdate() })
  })
}
