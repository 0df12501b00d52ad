/** Nothing to do in WeChat. */
export function startBrowserManners(): void { /* a browser's concern */ }
