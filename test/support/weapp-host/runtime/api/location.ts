import { ApiFailure } from '../bridge'
import { device } from '../pages/device-state'
import { showDialog } from '../view/overlays'
import { asyncApis } from './define'
import { requireAnnounced, requirePrivacy, requireScope } from './permissions'

const place = () => ({ latitude: device.location.latitude, longitude: device.location.longitude })

/** Where the phone is. The test sets the place and answers the dialogs. */
export const locationApi = asyncApis({
  async getLocation({ type }) {
    requireAnnounced('getLocation')
    await requirePrivacy('getLocation')
    await requireScope('scope.userLocation')
    return { ...place(), accuracy: device.location.accuracy ?? 30, horizontalAccuracy: 30, verticalAccuracy: 0, altitude: 0, speed: -1, type: type ?? 'wgs84' }
  },
  async getFuzzyLocation() {
    requireAnnounced('getFuzzyLocation')
    await requirePrivacy('getFuzzyLocation')
    await requireScope('scope.userFuzzyLocation')
    return place()
  },
  async chooseLocation() {
    requireAnnounced('chooseLocation')
    await requirePrivacy('chooseLocation')
    const { name = '', address = '' } = device.location
    const { answer } = await showDialog({ kind: 'permission', title: '选择位置', content: name || `${device.location.latitude},${device.location.longitude}` })
    if (answer === 'cancel') throw new ApiFailure('cancel')
    return { ...place(), name, address }
  },
  openLocation({ latitude, longitude }) {
    if (typeof latitude !== 'number' || typeof longitude !== 'number') throw new ApiFailure('parameter error: parameter.latitude should be Number')
  },
})
