import { ApiFailure } from '../bridge'
import { device } from '../pages/device-state'
import { showDialog, showToast } from '../view/overlays'
import { asyncApis } from './define'
import { requirePrivacy } from './permissions'

const nothing = () => undefined

/** Small things of the phone: clipboard, calls, vibration, scanning. */
export const deviceApi = asyncApis({
  setClipboardData({ data }) { device.clipboard = String(data); showToast('内容已复制', { duration: 1500 }) },
  async getClipboardData() { await requirePrivacy('getClipboardData'); return { data: device.clipboard } },
  async makePhoneCall({ phoneNumber }) {
    if (!phoneNumber) throw new ApiFailure('parameter error: parameter.phoneNumber should be String instead of Undefined;')
    const { answer } = await showDialog({ kind: 'modal', title: String(phoneNumber), confirm: '呼叫' })
    if (answer === 'cancel') throw new ApiFailure('cancel')
  },
  vibrateShort: nothing,
  vibrateLong: nothing,
  async scanCode() {
    const { answer, text } = await showDialog({ kind: 'modal', title: '扫一扫', editable: true })
    if (answer === 'cancel') throw new ApiFailure('cancel')
    return { result: text, scanType: 'QR_CODE', charSet: 'UTF-8', rawData: '' }
  },
})
