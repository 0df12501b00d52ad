interface Node { closest(selector: string): unknown; click(): void }
interface Happening { target: Node; key?: string; preventDefault(): void }
declare const document: { addEventListener(type: string, listener: (event: Happening) => void, capture?: boolean): void }

/** What a browser expects and Taro's H5 elements do not do by themselves. */
export function startBrowserManners(): void {
  // What can be reached by the keyboard can be pressed by it.
  document.addEventListener('keydown', (event) => {
    const pressed = (event.key === 'Enter' || event.key === ' ') && event.target.closest('[role][tabindex="0"]') === event.target
    if (!pressed) return
    event.preventDefault()
    event.target.click()
  })
  // Taro's tab bar links to `javascript:;`, which the content policy refuses and reports.
  document.addEventListener('click', (event) => {
    if (event.target.closest('a[href^="javascript:"]')) event.preventDefault()
  }, true)
}
