declare const window: { addEventListener(type: 'storage', listener: (event: { key: string | null }) => void): void }

/** Tells which key another tab has changed; null when it cleared them all. */
export function watchStorage(tell: (key: string | null) => void): void {
  window.addEventListener('storage', ({ key }) => tell(key))
}
