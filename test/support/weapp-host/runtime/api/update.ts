import { boot } from '../bridge'
import { adopt } from '../logic/realm'
import { signal } from './define'

const checked = signal('onCheckForUpdate')
const ready = signal('onUpdateReady')
const failed = signal('onUpdateFailed')

let applied = false
/** Whether the app asked to restart into the new version. */
export const updateApplied = () => applied

/** UpdateManager: what the host was told about a newer version, told to the app after it has subscribed. */
export const updateApi = {
  getUpdateManager() {
    setTimeout(() => {
      checked.fire({ hasUpdate: boot.update !== 'none' })
      if (boot.update === 'ready') ready.fire(undefined)
      if (boot.update === 'failed') failed.fire(undefined)
    }, 0)
    return adopt({ ...checked.api, ...ready.api, ...failed.api, applyUpdate: () => { applied = true } })
  },
}
