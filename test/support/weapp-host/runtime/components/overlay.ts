import { h, truthy } from '../view/dom'
import { top } from '../pages/stack'
import type { Builtin, Definition } from './define'

interface State { place: Comment; mask: HTMLElement; shown: boolean }

/** Puts an element above everything else of its page. */
function lift(self: Builtin<State>) {
  const place = self.state.place = document.createComment(self.tag)
  self.element.replaceWith(place)
  pageOf(place).append(self.element)
}

const pageOf = (node: Node) => (node.parentElement?.closest('.host-page') as HTMLElement | null) ?? top().container

const rootPortal: Definition<State & { lifted: boolean }> = {
  props: ['enable'],
  update(self) {
    // After the page is attached: only then there is somewhere to go.
    setTimeout(() => {
      const wanted = self.props.enable === undefined || self.props.enable === null || truthy(self.props.enable)
      if (wanted && !self.state.lifted && self.element.isConnected) { lift(self); self.state.lifted = true }
      else if (!wanted && self.state.lifted) { self.state.place.replaceWith(self.element); self.state.lifted = false }
    }, 0)
  },
  detached: (self) => { self.element.remove() },
}

/** WeChat's half-screen layer; its events come in this order. */
const pageContainer: Definition<State> = {
  props: ['show', 'duration', 'zIndex', 'overlay', 'position', 'round', 'closeOnSlideDown', 'overlayStyle', 'customStyle'],
  attached(self) {
    self.state.shown = false
    self.state.mask = h('div', { class: 'host-mask' })
    self.state.mask.addEventListener('touchend', () => { self.fire('clickoverlay', {}) })
    self.element.prepend(self.state.mask)
  },
  update(self, changed) {
    self.state.mask.style.display = self.props.overlay === false ? 'none' : ''
    if (!changed.has('show') || truthy(self.props.show) === self.state.shown) return
    self.state.shown = truthy(self.props.show)
    const { shown } = self.state
    self.element.toggleAttribute('data-shown', shown)
    for (const type of shown ? ['beforeenter', 'enter', 'afterenter'] : ['beforeleave', 'leave', 'afterleave']) setTimeout(() => self.fire(type, {}), 0)
  },
}

/** Layers above the page. */
export const overlayComponents: Record<string, Definition> = { 'root-portal': rootPortal, 'page-container': pageContainer }
