import { reportAppError } from '../logic/realm'
import { navigateBack, navigateTo, redirectTo, reLaunch, switchTab } from './navigation'
import type { Builtin } from '../components/define'

/** What tapping a <navigator> does. */
export function navigate(props: Record<string, any>, self: Builtin) {
  const { url, openType = 'navigate', delta = 1 } = props as { url?: string; openType?: string; delta?: number }
  const routes: Record<string, () => Promise<void>> = {
    navigate: () => navigateTo(url), redirect: () => redirectTo(url), switchTab: () => switchTab(url), reLaunch: () => reLaunch(url), navigateBack: () => navigateBack(Number(delta)),
  }
  const route = routes[openType]
  if (!route) throw new Error(`<navigator open-type="${openType}"> is not implemented by the weapp host`)
  route().then(
    () => self.fire('success', { errMsg: `${openType}:ok` }),
    (error: Error) => { self.fire('fail', { errMsg: `${openType}:fail ${error.message}` }); reportAppError(error) },
  )
}
