import Taro from '@tarojs/taro'

interface Worker { state: string; postMessage(message: unknown): void; addEventListener(type: 'statechange', listener: () => void): void }
interface Registration { waiting: Worker | null; installing: Worker | null; addEventListener(type: 'updatefound', listener: () => void): void }
interface Container {
  controller: unknown
  register(path: string): Promise<Registration>
  addEventListener(type: 'controllerchange', listener: () => void, options: { once: boolean }): void
}
declare const navigator: { serviceWorker?: Container }
declare const window: { addEventListener(type: 'load', listener: () => void): void }
declare const document: { readyState: string }
declare const location: { reload(): void }

/** Registers /sw.js (made by the production build): the H5 pages open without a network, and a new version is offered. */
export function registerServiceWorker(): void {
  const container = navigator.serviceWorker
  if (process.env.NODE_ENV !== 'production' || !container) return
  // After load: the first visit's own files come first. A refusal (http on another host) only means no offline start.
  const register = () => { container.register('/sw.js').then((registration) => offerNewVersion(container, registration), () => undefined) }
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register)
}

/** A downloaded new version waits until the reader agrees: two versions of one page must not mix. */
function offerNewVersion(container: Container, registration: Registration): void {
  const offer = (worker: Worker) => {
    // Without a controller this is the very first install: there is no older version to leave.
    if (!container.controller) return
    void Taro.showModal({ title: '有新版本', content: '新版本已经准备好，刷新后就能使用。已存下的内容不会丢。', confirmText: '马上刷新', cancelText: '稍后' })
      .then(({ confirm }) => {
        if (!confirm) return
        container.addEventListener('controllerchange', () => location.reload(), { once: true })
        worker.postMessage({ type: 'SKIP_WAITING' })
      })
  }
  if (registration.waiting) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => { if (worker.state === 'installed') offer(worker) })
  })
}
