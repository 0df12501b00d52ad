import { h, numeric, truthy } from '../view/dom'
import { onPan } from '../view/gestures'
import type { Builtin, Definition } from './define'

interface State { edge: { top: boolean; bottom: boolean }; last: { top: number; left: number }; spinner: HTMLElement; refreshing: boolean }

const offsets = ({ scrollTop, scrollLeft, scrollHeight, scrollWidth }: HTMLElement) => ({ scrollTop, scrollLeft, scrollHeight, scrollWidth })

function onScroll(self: Builtin<State>) {
  const { element, props, state } = self
  const deltaX = state.last.left - element.scrollLeft
  const deltaY = state.last.top - element.scrollTop
  state.last = { top: element.scrollTop, left: element.scrollLeft }
  self.fire('scroll', { ...offsets(element), deltaX, deltaY })
  const vertical = truthy(props.scrollY)
  const toEnd = vertical ? element.scrollHeight - element.clientHeight - element.scrollTop : element.scrollWidth - element.clientWidth - element.scrollLeft
  const fromStart = vertical ? element.scrollTop : element.scrollLeft
  const edge = { bottom: toEnd <= numeric(props.lowerThreshold, 50), top: fromStart <= numeric(props.upperThreshold, 50) }
  // Told once when the edge comes near, in the direction of travel.
  if (edge.bottom && !state.edge.bottom) self.fire('scrolltolower', { direction: vertical ? 'bottom' : 'right' })
  if (edge.top && !state.edge.top) self.fire('scrolltoupper', { direction: vertical ? 'top' : 'left' })
  state.edge = edge
}

function refresh(self: Builtin<State>, byFinger: boolean) {
  if (self.state.refreshing) return
  self.state.refreshing = true
  self.element.prepend(self.state.spinner)
  self.fire('refresherrefresh', byFinger ? { dy: numeric(self.props.refresherThreshold, 45) } : {})
}

const scrollView: Definition<State> = {
  props: ['scrollX', 'scrollY', 'scrollTop', 'scrollLeft', 'scrollIntoView', 'lowerThreshold', 'upperThreshold', 'refresherEnabled', 'refresherTriggered', 'refresherThreshold', 'scrollWithAnimation', 'enableFlex', 'type'],
  attached(self) {
    Object.assign(self.state, { edge: { top: true, bottom: false }, last: { top: 0, left: 0 }, spinner: h('div', { class: 'host-refreshing', textContent: '…' }), refreshing: false })
    self.element.addEventListener('scroll', () => onScroll(self))
    onPan(self.element, {
      start: () => truthy(self.props.refresherEnabled) && self.element.scrollTop <= 0,
      move: ({ dy }) => { if (dy > 0) self.fire('refresherpulling', { dy }) },
      end: ({ dy }) => {
        if (dy >= numeric(self.props.refresherThreshold, 45)) refresh(self, true)
        else if (dy > 0) self.fire('refresherabort', { dy })
      },
    })
  },
  update(self, changed) {
    const { element, props, state } = self
    element.style.overflowY = truthy(props.scrollY) ? 'auto' : 'hidden'
    element.style.overflowX = truthy(props.scrollX) ? 'auto' : 'hidden'
    if (truthy(props.enableFlex)) element.style.display = 'flex'
    // Children may come in the same update: look for them afterwards.
    setTimeout(() => {
      if (changed.has('scrollTop') && props.scrollTop !== undefined && props.scrollTop !== '') element.scrollTop = numeric(props.scrollTop, 0)
      if (changed.has('scrollLeft') && props.scrollLeft !== undefined && props.scrollLeft !== '') element.scrollLeft = numeric(props.scrollLeft, 0)
      if (changed.has('scrollIntoView') && props.scrollIntoView) scrollToChild(element, String(props.scrollIntoView))
    }, 0)
    if (!changed.has('refresherTriggered')) return
    if (truthy(props.refresherTriggered)) refresh(self, false)
    else if (state.refreshing) {
      state.refreshing = false
      state.spinner.remove()
      self.fire('refresherrestore', {})
    }
  },
  actions: {
    scrollTo: ({ element }, left: number, top: number) => element.scrollTo(left, top),
    scrollTop: ({ element }) => element.scrollTop,
    scrollLeft: ({ element }) => element.scrollLeft,
    scrollWidth: ({ element }) => element.scrollWidth,
    scrollHeight: ({ element }) => element.scrollHeight,
  },
}

function scrollToChild(element: HTMLElement, id: string) {
  const child = element.querySelector(`#${CSS.escape(id)}`)
  if (child) element.scrollTop += child.getBoundingClientRect().top - element.getBoundingClientRect().top
}

/** Scrolling areas. */
export const scrollComponents: Record<string, Definition> = { 'scroll-view': scrollView }
