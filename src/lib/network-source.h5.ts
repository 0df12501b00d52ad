// Taro's H5 network API asks navigator.connection, which Safari and Firefox lack; onLine and its events are everywhere.
declare const window: { addEventListener(type: 'online' | 'offline', listener: () => void): void }
declare const navigator: { onLine: boolean }

/** Tells whether the browser is online, now and at every change. */
export function watchNetwork(tell: (online: boolean) => void): void {
  const tellNow = () => tell(navigator.onLine)
  window.addEventListener('online', tellNow)
  window.addEventListener('offline', tellNow)
  tellNow()
}
