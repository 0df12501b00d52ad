import { h, numeric, truthy } from '../view/dom'
import type { Builtin, Definition } from './define'

interface State { field: HTMLInputElement | HTMLTextAreaElement; initial: string }

const text = (value: unknown) => (value === undefined || value === null ? '' : String(value))

/** Puts text in as typing does: cut to maxlength, told to the app. */
function type(self: Builtin<State>, value: string) {
  if (truthy(self.props.disabled)) throw new Error(`the <${self.tag}> is disabled`)
  const { field } = self.state
  const max = numeric(self.props.maxlength, 140)
  field.value = max >= 0 ? value.slice(0, max) : value
  field.dispatchEvent(new Event('input'))
}

/** <input> and <textarea> differ in little more than their HTML element. */
const textField = (tag: 'input' | 'textarea'): Definition<State> => ({
  props: ['value', 'type', 'password', 'placeholder', 'placeholderClass', 'placeholderStyle', 'disabled', 'maxlength', 'focus', 'autoFocus', 'confirmType', 'autoHeight', 'cursor'],
  leaf: true,
  attached(self) {
    const field = self.state.field = h(tag)
    self.state.initial = text(self.component.data.value)
    field.addEventListener('input', () => {
      self.fire('input', { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode: 0 })
      if (tag === 'textarea') self.fire('linechange', { height: field.scrollHeight, heightRpx: field.scrollHeight * 2, lineCount: field.value.split('\n').length })
    })
    field.addEventListener('focus', () => self.fire('focus', { value: field.value, height: 0 }))
    field.addEventListener('blur', () => self.fire('blur', { value: field.value, cursor: field.value.length }))
    field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter' && (tag === 'input' || self.props.confirmType !== 'return')) self.fire('confirm', { value: field.value })
    })
    self.element.append(field)
  },
  update({ state: { field }, props }, changed) {
    // A value property set by the app wins over what was typed.
    if (changed.has('value') && field.value !== text(props.value)) field.value = text(props.value)
    field.placeholder = text(props.placeholder)
    field.disabled = truthy(props.disabled)
    const max = numeric(props.maxlength, 140)
    if (max >= 0) field.maxLength = max
    else field.removeAttribute('maxlength')
    if (tag === 'input') (field as HTMLInputElement).type = truthy(props.password) ? 'password' : 'text'
    field.inputMode = ({ number: 'numeric', digit: 'decimal' } as Record<string, string>)[props.type as string] ?? 'text'
    if (changed.has('focus') || changed.has('autoFocus')) {
      if (truthy(props.focus) || truthy(props.autoFocus)) field.focus({ preventScroll: true })
      else if (changed.has('focus')) field.blur()
    }
  },
  formValue: ({ state }) => state.field.value,
  reset: ({ state }) => { state.field.value = state.initial },
  actions: {
    input: type,
    tap: ({ state }) => state.field.focus(),
    confirm: (self) => self.fire('confirm', { value: self.state.field.value }),
    value: ({ state }) => state.field.value,
  },
})

/** Typing. */
export const inputComponents: Record<string, Definition> = {
  input: textField('input'),
  textarea: textField('textarea'),
  'keyboard-accessory': {},
}
