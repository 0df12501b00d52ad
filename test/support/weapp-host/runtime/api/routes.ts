import { navigateBack, navigateTo, redirectTo, reLaunch, switchTab } from '../pages/navigation'
import { download } from '../pages/packages'
import { asyncApis } from './define'
import { adopt } from '../logic/realm'

/** Event channels between a page and the one it opened. */
function channel() {
  const listeners = new Map<string, Set<(...args: unknown[]) => void>>()
  const listenersOf = (name: string) => listeners.get(name) ?? listeners.set(name, new Set()).get(name)!
  return adopt({
    on: (name: string, listener: () => void) => { listenersOf(name).add(listener) },
    off: (name: string, listener?: () => void) => { if (listener) listenersOf(name).delete(listener); else listeners.delete(name) },
    once(name: string, listener: (...args: unknown[]) => void) {
      const wrapper = (...args: unknown[]) => { listenersOf(name).delete(wrapper); listener(...args) }
      listenersOf(name).add(wrapper)
    },
    emit: (name: string, ...args: unknown[]) => { for (const listener of [...listenersOf(name)]) listener(...args) },
  })
}

/** Page routing. */
export const routesApi = {
  ...asyncApis({
    async navigateTo({ url, events }) {
      const eventChannel = channel()
      for (const [name, listener] of Object.entries(events ?? {})) eventChannel.on(name, listener as () => void)
      await navigateTo(url, (page) => { page.instance.getOpenerEventChannel = () => eventChannel })
      return { eventChannel }
    },
    redirectTo: ({ url }) => redirectTo(url),
    reLaunch: ({ url }) => reLaunch(url),
    switchTab: ({ url }) => switchTab(url),
    navigateBack: ({ delta }) => navigateBack(delta ?? 1),
    exitMiniProgram: () => undefined,
    preloadSubpackage: ({ name }) => download(name),
  }),
}
