declare const window: { open(url: string, target: string, features: string): unknown }

/** Opens an office's own page beside this one. */
export function openOfficialPage(url: string): void {
  window.open(url, '_blank', 'noopener,noreferrer')
}
