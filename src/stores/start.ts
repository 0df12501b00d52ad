import { reportError, reportUncaughtErrors } from '@/api/report-error'
import { startBrowserManners } from '@/lib/browser-manners'
import { registerServiceWorker } from '@/lib/h5-service-worker'
import { followOtherTabs } from '@/lib/kept'
import { offerReloadWhenScriptIsLost } from '@/lib/lost-script'
import { startNetwork } from '@/lib/network'
import { onStorageProblem } from '@/lib/storage'
import { offerUpdate } from '@/lib/update'
import { startCatalogue } from './catalogue/the-catalogue'
import { refreshSession } from './session'

/** Starts everything that runs beside the pages; once, at launch. */
export function startClient(): void {
  onStorageProblem((what, problem) => reportError(problem instanceof Error ? `${what}: ${problem.message}` : what))
  reportUncaughtErrors()
  offerReloadWhenScriptIsLost()
  followOtherTabs()
  startNetwork()
  startCatalogue()
  void refreshSession()
  offerUpdate()
  registerServiceWorker()
  startBrowserManners()
}
