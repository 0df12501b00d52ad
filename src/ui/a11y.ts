type Role = 'button' | 'link' | 'heading' | 'checkbox' | 'radio' | 'radiogroup' | 'dialog' | 'status' | 'alert'

const TAPPED: readonly Role[] = ['button', 'link', 'checkbox', 'radio']
const ROLE_ATTRIBUTE = process.env.TARO_ENV === 'h5' ? 'role' : 'aria-role'

/**
 * What a screen reader is told of a node: its role, a label where the words inside do not say it, and whether it is on.
 * Spread it on a View or Text. In a browser what can be tapped can also be reached by the keyboard.
 */
export const a11y = (role: Role, label?: string, checked?: boolean): Record<string, string> => ({
  [ROLE_ATTRIBUTE]: role,
  ...(label !== undefined && { 'aria-label': label }),
  ...(checked !== undefined && { 'aria-checked': String(checked) }),
  ...(role === 'dialog' && process.env.TARO_ENV === 'h5' && { 'aria-modal': 'true' }),
  ...(role === 'heading' && process.env.TARO_ENV === 'h5' && { 'aria-level': '2' }),
  ...(TAPPED.includes(role) && process.env.TARO_ENV === 'h5' && { tabindex: '0' }),
})
