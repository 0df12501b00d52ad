import { bundle } from './bridge'
import { consents } from './api/permissions'
import { setNetwork } from './api/network'
import { lastShare } from './api/share'
import { storedEntries } from './api/storage'
import { updateApplied } from './api/update'
import { background, foreground, startApp } from './pages/app'
import { device } from './pages/device-state'
import { measure } from './pages/measure'
import { navigateBack, reLaunch, switchTab } from './pages/navigation'
import { downloadedPackages } from './pages/packages'
import { answerDialog, nativePoint, nativeTexts } from './view/overlays'
import type { DeviceState, LaunchOptions, Location, NetworkType, OfferedFile } from '../types'

/** automator's native(): what a finger does outside of the page. */
const nativeActions: Record<string, (data: any) => unknown> = {
  confirmModal: () => answerDialog('modal', 'confirm'),
  cancelModal: () => answerDialog('modal', 'cancel'),
  authorizeAllow: () => answerConsent('confirm'),
  authorizeCancel: () => answerConsent('cancel'),
  shareConfirm: () => answerDialog('share', 'confirm'),
  shareCancel: () => answerDialog('share', 'cancel'),
  navigateLeft: () => navigateBack(1),
  goHome: () => reLaunch(`/${bundle.pages[0]}`),
  switchTab: ({ url }) => switchTab(url),
}

function answerConsent(answer: 'confirm' | 'cancel') {
  try { answerDialog('permission', answer) } catch { answerDialog('privacy', answer) }
}

/** What the host's Node side may ask of the browser side. */
export const controls: Record<string, (argument: any) => unknown> = {
  boot: () => startApp(),
  state: (): DeviceState => ({ storage: storedEntries(), downloaded: downloadedPackages(), ...consents() }),
  setNetwork: (type: NetworkType) => setNetwork(type),
  setLocation: (location: Location) => { device.location = location },
  offerFiles: (files: OfferedFile[] | null) => { device.offers.push(files) },
  background,
  foreground: (launch: LaunchOptions) => foreground(launch),
  measure,
  nativeTexts,
  nativePoint: (text: string) => nativePoint(text),
  native({ name, data }: { name: string; data: unknown }) {
    const action = nativeActions[name]
    if (!action) throw new Error(`native ${name} is not implemented by the weapp host`)
    return action(data)
  },
  lastShare,
  updateApplied,
}
