import { ApiFailure, boot, bundle } from '../bridge'
import { showDialog } from '../view/overlays'
import { asyncApis, signal } from './define'

const DESCRIPTIONS: Record<string, string> = {
  'scope.userLocation': '获取你的位置信息',
  'scope.userFuzzyLocation': '获取你的模糊位置信息',
  'scope.camera': '使用你的摄像头',
  'scope.record': '使用你的麦克风',
  'scope.writePhotosAlbum': '保存图片或视频到你的相册',
  'scope.bluetooth': '使用你的蓝牙',
  'scope.addPhoneContact': '添加到你的通讯录',
  'scope.addPhoneCalendar': '添加到你的日历',
}

const granted: Record<string, boolean> = { ...boot.state.permissions }
let privacyAgreed = boot.state.privacyAgreed

/** What a relaunch remembers. */
export const consents = () => ({ permissions: { ...granted }, privacyAgreed })

/** Asks for a scope once; later calls get the remembered answer, as in WeChat. */
export async function requireScope(scope: string) {
  if (!(scope in DESCRIPTIONS)) throw new ApiFailure(`parameter error: invalid scope ${scope}`)
  if (scope === 'scope.userLocation' && !bundle.app.permission?.[scope]) {
    throw new ApiFailure('require permission desc', { errno: 3 })
  }
  if (granted[scope] === undefined) {
    const { answer } = await showDialog({
      kind: 'permission', title: DESCRIPTIONS[scope]!, content: bundle.app.permission?.[scope]?.desc, confirm: '允许', cancel: '拒绝',
    })
    granted[scope] = answer === 'confirm'
  }
  if (!granted[scope]) throw new ApiFailure('auth deny', { errno: 103 })
}

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void

const needPrivacy = signal('onNeedPrivacyAuthorization')

/**
 * Privacy consent before the first use of a private API: by the app's own dialog if it listens,
 * else by WeChat's. Apps that opt out of the check with __usePrivacyCheck__: false are not asked.
 */
export async function requirePrivacy(referrer: string) {
  if (privacyAgreed || bundle.app.__usePrivacyCheck__ === false) return
  if (needPrivacy.listeners.size === 0) {
    const { answer } = await showDialog({ kind: 'privacy', title: '用户隐私保护提示', content: '使用前请阅读并同意隐私保护指引', confirm: '同意', cancel: '拒绝' })
    privacyAgreed = answer === 'confirm'
  } else {
    privacyAgreed = await new Promise<boolean>((resolve) => {
      const answer: Resolve = ({ event }) => { if (event !== 'exposureAuthorization') resolve(event === 'agree') }
      for (const listener of needPrivacy.listeners) (listener as unknown as (resolve: Resolve, info: object) => void)(answer, { referrer })
    })
  }
  if (!privacyAgreed) throw new ApiFailure('privacy permission is not authorized', { errno: 104 })
}

/** A tap on <button open-type="agreePrivacyAuthorization">. */
export const agreePrivacy = () => { privacyAgreed = true }

/** Private APIs of geography must be announced in app.json. */
export function requireAnnounced(api: string) {
  if (!bundle.app.requiredPrivateInfos?.includes(api)) {
    throw new ApiFailure(`the api need to be declared in the requiredPrivateInfos field in app.json/ext.json`)
  }
}

export const permissionsApi = {
  ...needPrivacy.api,
  ...asyncApis({
    getSetting: () => ({ authSetting: { ...granted }, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
    // The settings screen is WeChat's; there the user turns everything on.
    async openSetting() {
      const { answer } = await showDialog({ kind: 'permission', title: '设置', content: Object.keys(granted).join(' '), confirm: '允许', cancel: '拒绝' })
      for (const scope of Object.keys(granted)) granted[scope] = answer === 'confirm'
      return { authSetting: { ...granted } }
    },
    authorize: ({ scope }) => requireScope(scope),
    getPrivacySetting: () => ({ needAuthorization: !privacyAgreed && bundle.app.__usePrivacyCheck__ !== false, privacyContractName: '《用户隐私保护指引》' }),
    openPrivacyContract: () => undefined,
    requirePrivacyAuthorize: () => requirePrivacy('requirePrivacyAuthorize'),
  }),
}
