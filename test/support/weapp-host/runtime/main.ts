import { addGlobalErrorListener, addGlobalWarningListener } from 'glass-easel'
import { installWx } from './api'
import { automate } from './automator'
import { report } from './bridge'
import { registerBuiltins } from './components'
import { controls } from './controls'
import { createAppSpace } from './logic/code-space'
import { installConsole } from './logic/console'
import { reportAppError } from './logic/realm'
import { share } from './api/share'
import { installApp } from './pages/app'
import { navigateBack, switchTab } from './pages/navigation'
import { extendInstances } from './pages/instance'
import { pagesArea } from './pages/stack'
import { installBars } from './view/bars'
import { listenForTouches } from './view/events'
import { installOverlays } from './view/overlays'
import { installStyles } from './view/styles'

addGlobalErrorListener((error) => { reportAppError(error) })
addGlobalWarningListener((message) => { console.warn(`[glass-easel] ${String(message)}`); return false })
// Errors of the app's own realm are heard in logic/realm.ts; what arrives here comes from the host's side.
window.addEventListener('error', (event) => report(event.error ?? event.message))
window.addEventListener('unhandledrejection', (event) => report(event.reason, 'unhandledRejection: '))

installConsole()
installWx()
installApp()
installStyles()
createAppSpace(registerBuiltins())
extendInstances()
const ignore = () => undefined
installBars(pagesArea, {
  back: () => { navigateBack(1).catch(ignore) },
  tab: (path) => { switchTab(`/${path}`).catch(reportAppError) },
  menu: () => { share('menu').catch(reportAppError) },
})
installOverlays()
listenForTouches()

const entries: Record<string, (...args: any[]) => unknown> = {
  automate,
  control: (name: string, argument: unknown) => controls[name]!(argument),
}

/** The Node side's way in. Answers failures as text: an exception would lose its message on the way. */
Object.assign(window, {
  __weapp: {
    async call(name: string, args: unknown[]) {
      try { return { value: await entries[name]!(...args) } } catch (error) {
        const { message, errMsg } = error as { message?: string; errMsg?: string }
        return { error: message ?? errMsg ?? String(error) }
      }
    },
  },
})
