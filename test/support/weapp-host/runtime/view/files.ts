import { reach } from '../bridge'
import { device } from '../pages/device-state'

/** Where the browser finds what the app calls `wxfile://…`, a package path, or a web address. */
export function fileUrl(src: string): string {
  if (/^wxfile:/.test(src)) return `/file?path=${encodeURIComponent(src)}`
  if (/^(https?|data|blob):/.test(src)) return reach(src)
  return `/package/${src.replace(/^\//, '')}`
}

/** Without a network only local pictures load. */
export const isUnreachable = (src: string) => device.network === 'none' && /^(https?|cloud):/.test(src)
