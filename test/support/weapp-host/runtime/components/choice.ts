import { h, numeric, truthy } from '../view/dom'
import { onPan } from '../view/gestures'
import { builtinsWithin, closest, type Builtin, type Definition } from './define'

interface Mark { mark: HTMLElement; on: boolean; initial: boolean; tapped?: unknown }

const set = (self: Builtin<Mark>, on: boolean) => { self.state.on = on; self.state.mark.toggleAttribute('data-on', on) }

const chosen = (group: Builtin, tag: string) => builtinsWithin(group.element, tag).filter((one) => one.state.on).map((one) => text(one.props.value))
const text = (value: unknown) => (value === undefined || value === null ? '' : value)

/** <radio> and <checkbox>: alone they do nothing but look; their group tells the app. */
const mark = (tag: 'radio' | 'checkbox'): Definition<Mark> => {
  const groupTag = `${tag}-group`
  const toggle = (self: Builtin<Mark>) => {
    if (truthy(self.props.disabled)) return
    const group = closest(self, groupTag)
    if (tag === 'checkbox') set(self, !self.state.on)
    else if (self.state.on) return
    else {
      if (group) for (const other of builtinsWithin(group.element, tag)) set(other, false)
      set(self, true)
    }
    group?.fire('change', { value: tag === 'radio' ? text(self.props.value) : chosen(group, tag) })
  }
  return {
    props: ['value', 'checked', 'disabled', 'color'],
    attached(self) {
      self.state.mark = h('span', { class: 'host-mark' })
      self.element.prepend(self.state.mark)
      self.state.initial = truthy(self.component.data.checked)
      // The label around it hears the same event.
      self.listen('tap', (event) => { self.state.tapped = Object.getPrototypeOf(event) as unknown; toggle(self) })
    },
    update(self, changed) { if (changed.has('checked')) set(self, truthy(self.props.checked)) },
    actions: { tap: toggle },
  }
}

const group = (tag: 'radio' | 'checkbox'): Definition => ({
  formValue: (self) => (tag === 'radio' ? chosen(self, tag)[0] ?? '' : chosen(self, tag)),
  reset: (self) => { for (const one of builtinsWithin(self.element, tag)) set(one, one.state.initial as boolean) },
})

const toggleSwitch = (self: Builtin<Mark>) => {
  if (truthy(self.props.disabled)) return
  set(self, !self.state.on)
  self.fire('change', { value: self.state.on })
}

const switchComponent: Definition<Mark> = {
  props: ['checked', 'disabled', 'type', 'color'],
  leaf: true,
  attached(self) {
    self.state.mark = h('div', { class: 'host-track' })
    self.element.append(self.state.mark)
    self.state.initial = truthy(self.component.data.checked)
    self.listen('tap', (event) => { self.state.tapped = Object.getPrototypeOf(event) as unknown; toggleSwitch(self) })
  },
  update(self, changed) { if (changed.has('checked')) set(self, truthy(self.props.checked)) },
  formValue: ({ state }) => state.on,
  reset: (self) => set(self, self.state.initial),
  actions: { tap: toggleSwitch },
}

interface SliderState { value: number; initial: number; thumb: HTMLElement; track: HTMLElement }

const range = ({ props }: Builtin) => ({ min: numeric(props.min, 0), max: numeric(props.max, 100), step: numeric(props.step, 1) })

function slideTo(self: Builtin<SliderState>, value: number, event?: 'change' | 'changing') {
  const { min, max, step } = range(self)
  self.state.value = Math.min(max, Math.max(min, min + Math.round((value - min) / step) * step))
  self.state.thumb.style.left = `${((self.state.value - min) / (max - min)) * 100}%`
  if (event) self.fire(event, { value: self.state.value })
}

const slider: Definition<SliderState> = {
  props: ['min', 'max', 'step', 'value', 'disabled', 'showValue'],
  leaf: true,
  attached(self) {
    const thumb = self.state.thumb = h('div', { class: 'host-thumb' })
    const track = self.state.track = h('div', { class: 'host-track' }, h('div', { class: 'host-line' }), thumb)
    self.element.append(track)
    self.state.initial = numeric(self.component.data.value, 0)
    const at = (x: number) => {
      const box = track.getBoundingClientRect()
      const { min, max } = range(self)
      return min + ((x - box.left) / box.width) * (max - min)
    }
    onPan(track, {
      start: () => !truthy(self.props.disabled),
      move: ({ x }) => slideTo(self, at(x), 'changing'),
      end: ({ x }) => slideTo(self, at(x), 'change'),
    })
  },
  update(self, changed) { if (changed.has('value') || changed.has('max') || changed.has('min')) slideTo(self, numeric(self.props.value, 0)) },
  formValue: ({ state }) => state.value,
  reset: (self) => slideTo(self, self.state.initial),
  actions: { slideTo: (self, value: number) => slideTo(self, value, 'change') },
}

/** Choosing. */
export const choiceComponents: Record<string, Definition> = {
  radio: mark('radio'),
  checkbox: mark('checkbox'),
  'radio-group': group('radio'),
  'checkbox-group': group('checkbox'),
  switch: switchComponent,
  slider,
}
