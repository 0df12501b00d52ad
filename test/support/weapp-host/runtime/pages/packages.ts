import { ApiFailure, boot, bundle } from '../bridge'
import { device } from './device-state'

/** Subpackages this phone has. The main package is there when the app runs at all. */
const downloaded = new Set(boot.state.downloaded)

const packageOf = (path: string) => bundle.packages.find((one) => one.root !== '' && one.pages.includes(path))

export const downloadedPackages = () => [...downloaded]

/** Fetches the subpackage of a page, which needs a network the first time. */
export async function ensurePackage(path: string) {
  const needed = packageOf(path)
  if (!needed || downloaded.has(needed.root)) return
  await download(needed.root)
}

/** Downloads a subpackage by root or name. */
export async function download(rootOrName: string) {
  const wanted = bundle.packages.find((one) => one.root === rootOrName || one.name === rootOrName)
  if (!wanted) throw new ApiFailure(`subpackage "${rootOrName}" is not found in app.json`)
  await Promise.resolve()
  if (device.network === 'none') throw new ApiFailure(`subpackage "${wanted.root}" is not downloaded and there is no network`)
  downloaded.add(wanted.root)
}

/** preloadRule: once the page has been shown, its packages are fetched in the background. */
export function preloadFor(path: string) {
  const rule = bundle.app.preloadRule?.[path]
  if (!rule) return
  if (device.network === 'none' || ((rule.network ?? 'wifi') === 'wifi' && device.network !== 'wifi')) return
  for (const name of rule.packages) if (name !== '__APP__') void download(name.replace(/^\/|\/$/g, '')).catch(() => undefined)
}
