/** Nothing to do in WeChat: its tab bar is not covered, and there is no keyboard. */
export function useSheetManners(_onClose: () => void): void { /* a browser's concern */ }
