import Taro from '@tarojs/taro'

interface Happening { error?: unknown; reason?: unknown; message?: unknown }
declare const window: { addEventListener(type: 'error' | 'unhandledrejection', listener: (event: Happening) => void): void }
declare const location: { reload(): void }

/** After a new version was put up, a page opened before may ask for a script that is no longer there: a reload brings the new ones. */
export function offerReloadWhenScriptIsLost(): void {
  let asking = false
  const offer = (problem: unknown) => {
    // Script and style of a page are often lost together: one question is enough.
    if (asking || !isLostScript(problem)) return
    asking = true
    void Taro.showModal({ title: '这一页没有打开', content: '可能刚刚更新过，也可能网络不稳。刷新后再试，已存下的内容不会丢。', confirmText: '刷新', cancelText: '稍后' })
      .then(({ confirm }) => { asking = false; if (confirm) location.reload() }, () => { asking = false })
  }
  window.addEventListener('error', ({ error, message }) => offer(error ?? { message }))
  window.addEventListener('unhandledrejection', ({ reason }) => offer(reason))
}

function isLostScript(problem: unknown): boolean {
  const { name, message } = (problem ?? {}) as { name?: unknown; message?: unknown }
  return name === 'ChunkLoadError' || /Loading (CSS )?chunk/.test(String(message ?? ''))
}
