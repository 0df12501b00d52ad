import { reportAppError } from '../logic/realm'
import { navigate } from '../pages/open-type'
import { plainTarget } from '../view/events'
import { truthy } from '../view/dom'
import { agreePrivacy } from '../api/permissions'
import { share } from '../api/share'
import { showDialog } from '../view/overlays'
import { builtinsWithin, builtinOf, closest, definitionOf, type Builtin, type Definition } from './define'

const FIELDS = ['input', 'textarea', 'picker', 'switch', 'slider', 'radio-group', 'checkbox-group', 'picker-view']

/** Everything with a name inside the form, by that name. */
function collect(form: Builtin): Record<string, unknown> {
  const named = builtinsWithin(form.element, ...FIELDS).filter((field) => field.props.name)
  return Object.fromEntries(named.map((field) => [field.props.name as string, definitionOf(field.tag)?.formValue?.(field)]))
}

function submit(form: Builtin, type: 'submit' | 'reset') {
  if (type === 'reset') {
    for (const field of builtinsWithin(form.element, ...FIELDS)) definitionOf(field.tag)?.reset?.(field)
    form.fire('reset', {})
  } else {
    form.fire('submit', { value: collect(form) })
  }
}

/** What WeChat does itself when a button with an open-type is tapped. */
const openTypes: Record<string, (self: Builtin) => unknown> = {
  share: (self) => share('button', plainTarget(self.component)),
  async getPhoneNumber(self) {
    const { answer } = await showDialog({ kind: 'permission', title: '申请获取并验证你的手机号', confirm: '允许', cancel: '拒绝' })
    self.fire('getphonenumber', answer === 'confirm'
      ? { errMsg: 'getPhoneNumber:ok', code: `weapp-host-phone-${Date.now()}`, encryptedData: '', iv: '' }
      : { errMsg: 'getPhoneNumber:fail user deny' })
  },
  agreePrivacyAuthorization(self) { agreePrivacy(); self.fire('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' }) },
  async openSetting(self) {
    const { answer } = await showDialog({ kind: 'permission', title: '设置', confirm: '允许', cancel: '拒绝' })
    self.fire('opensetting', { errMsg: 'openSetting:ok', authSetting: {}, confirmed: answer === 'confirm' })
  },
  chooseAvatar: (self) => self.fire('chooseavatar', { avatarUrl: '' }),
  contact: (self) => self.fire('contact', { errMsg: 'enterContact:ok' }),
  feedback: () => undefined,
}

const button: Definition = {
  props: ['size', 'type', 'plain', 'disabled', 'loading', 'formType', 'openType'],
  attached(self) {
    self.listen('tap', () => {
      const { disabled, formType, openType } = self.props
      if (truthy(disabled)) return
      const form = formType && closest(self, 'form')
      if (form) submit(form, formType)
      if (!openType) return
      const action = openTypes[openType as string]
      if (!action) throw new Error(`<button open-type="${String(openType)}"> is not implemented by the weapp host`)
      // The dialog waits for the test; the tap itself is over.
      void Promise.resolve(action(self)).catch(reportAppError)
    })
  },
  update({ element, props }) {
    for (const name of ['type', 'size']) {
      if (props[name] && props[name] !== 'default') element.setAttribute(name, String(props[name]))
      else element.removeAttribute(name)
    }
    for (const name of ['disabled', 'plain', 'loading']) element.toggleAttribute(name, truthy(props[name]))
  },
}

const label: Definition = {
  props: ['for'],
  attached(self) {
    self.listen('tap', (event: { target: { id: string }; __handled?: boolean }) => {
      const target = self.props.for
        ? builtinOf(self.element.getRootNode() instanceof Document ? document.getElementById(self.props.for as string) : null)
        : builtinsWithin(self.element, 'checkbox', 'radio', 'switch', 'button', 'input', 'textarea')[0]
      if (!target || isOwnTap(event, target)) return
      definitionOf(target.tag)?.actions?.tap?.(target)
    })
  },
}

/** A tap on the control itself has already done its work. */
const isOwnTap = (event: any, target: Builtin) => target.state.tapped === Object.getPrototypeOf(event)

const navigator: Definition = {
  props: ['url', 'openType', 'delta', 'target'],
  attached(self) { self.listen('tap', () => navigate(self.props, self)) },
}

/** Forms and what sends them. */
export const formComponents: Record<string, Definition> = {
  form: { props: ['reportSubmit'] },
  button,
  label,
  navigator,
}
