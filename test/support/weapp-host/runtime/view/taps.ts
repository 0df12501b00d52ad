/** WeChat lets some APIs run only as the direct consequence of a tap. */
const VALID_FOR = 3000

let last = -Infinity

// Only on a page: answering a native dialog is no tap of the app.
document.addEventListener('touchend', (event) => {
  if ((event.target as Element | null)?.closest?.('#host-pages')) last = performance.now()
}, { capture: true, passive: true })

export const tappedRecently = () => performance.now() - last < VALID_FOR

/** An automator `trigger('tap')` counts as a tap too. */
export const noteTap = () => { last = performance.now() }

