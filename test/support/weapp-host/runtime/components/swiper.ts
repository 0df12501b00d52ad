import { numeric, truthy } from '../view/dom'
import { onPan } from '../view/gestures'
import type { Builtin, Definition } from './define'

interface State { current: number; timer?: ReturnType<typeof setInterval> }

const SWIPE_DISTANCE = 40

const items = (self: Builtin) => [...self.element.querySelectorAll<HTMLElement>('wx-swiper-item')].filter((item) => item.parentElement!.closest('wx-swiper') === self.element)

function show(self: Builtin<State>) {
  const { current } = self.state
  const axis = truthy(self.props.vertical) ? 'Y' : 'X'
  items(self).forEach((item, index) => { item.style.transform = `translate${axis}(${(index - current) * 100}%)` })
}

/** Goes to an item; `source` says why, as in WeChat: touch, autoplay or '' (the app did it). */
function go(self: Builtin<State>, wanted: number, source: 'touch' | 'autoplay' | '') {
  const all = items(self)
  if (all.length === 0) return
  const current = truthy(self.props.circular) ? (wanted + all.length) % all.length : Math.max(0, Math.min(all.length - 1, wanted))
  if (current === self.state.current) return show(self)
  self.state.current = current
  show(self)
  const currentItemId = (all[current] as HTMLElement & { __wxElement?: { data: { itemId?: string } } }).__wxElement?.data.itemId ?? ''
  self.fire('change', { current, currentItemId, source })
  self.fire('animationfinish', { current, currentItemId, source })
}

const swiper: Definition<State> = {
  props: ['current', 'autoplay', 'interval', 'circular', 'vertical', 'indicatorDots', 'duration'],
  attached(self) {
    self.state.current = numeric(self.component.data.current, 0)
    onPan(self.element, {
      end: ({ dx, dy }) => {
        const distance = truthy(self.props.vertical) ? dy : dx
        if (Math.abs(distance) > SWIPE_DISTANCE) go(self, self.state.current + (distance < 0 ? 1 : -1), 'touch')
      },
    })
  },
  update(self, changed) {
    // Items are attached after the swiper itself.
    setTimeout(() => {
      if (changed.has('current') && self.props.current !== undefined) go(self, numeric(self.props.current, 0), '')
      show(self)
    }, 0)
    if (!changed.has('autoplay') && !changed.has('interval')) return
    clearInterval(self.state.timer)
    if (truthy(self.props.autoplay)) self.state.timer = setInterval(() => go(self, self.state.current + 1, 'autoplay'), numeric(self.props.interval, 5000))
  },
  detached: ({ state }) => clearInterval(state.timer),
  actions: { swipeTo: (self, index: number) => go(self, index, 'touch') },
}

const swiperItem: Definition = {
  props: ['itemId', 'skipHiddenItemLayout'],
  attached(self) {
    const parent = (self.element.parentElement?.closest('wx-swiper') as (HTMLElement & { __wxElement?: object }) | null)
    if (parent) setTimeout(() => parent.dispatchEvent(new Event('host-items')), 0)
  },
}

const attached = swiper.attached!
swiper.attached = (self) => { attached(self); self.element.addEventListener('host-items', () => show(self)) }

/** Slides. */
export const swiperComponents: Record<string, Definition> = { swiper, 'swiper-item': swiperItem }
