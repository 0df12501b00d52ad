import { ApiFailure } from '../bridge'
import { adopt } from '../logic/realm'
import { showDialog } from '../view/overlays'
import { tappedRecently } from '../view/taps'
import { asyncApis } from './define'
import { requireNetwork } from './network'

let codes = 0

/** Signing in, subscribe messages, accounts. */
export const accountApi = {
  getAccountInfoSync: () => adopt({ miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }),
  ...asyncApis({
    // Each code is good for one exchange: never the same twice.
    login() { requireNetwork(); return { code: `weapp-host-code-${Date.now()}-${++codes}` } },
    checkSession: () => undefined,

    /** Only inside a tap, at most three templates; the test answers the dialog. */
    async requestSubscribeMessage({ tmplIds }) {
      if (!Array.isArray(tmplIds) || tmplIds.length === 0) throw new ApiFailure('TmplIds can\'t be empty', { errCode: 10001 })
      if (tmplIds.length > 3) throw new ApiFailure('Template count out of max bound 3', { errCode: 20003 })
      if (!tappedRecently()) throw new ApiFailure('can only be invoked by user TAP gesture.')
      requireNetwork()
      const { answer } = await showDialog({ kind: 'permission', title: '申请向你发送消息', content: tmplIds.join('\n'), confirm: '允许', cancel: '取消' })
      return Object.fromEntries(tmplIds.map((id: string) => [id, answer === 'confirm' ? 'accept' : 'reject']))
    },

    getUserInfo: () => { throw new ApiFailure('can only be invoked by user TAP gesture.') },
    getUserProfile: () => ({ userInfo: { nickName: '微信用户', avatarUrl: '', gender: 0, language: '' }, rawData: '{}', signature: '' }),
  }),
}
