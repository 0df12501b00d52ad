import { h, numeric, truthy } from '../view/dom'
import { onPan } from '../view/gestures'
import { adopt, logic } from '../logic/realm'
import { fileUrl } from '../view/files'
import type { Builtin, Definition } from './define'

interface CanvasNode { width: number; height: number }

/** What a selector query's node() gives for <canvas type="2d">: a canvas, not a DOM element. */
function canvasNode(canvas: HTMLCanvasElement): CanvasNode {
  const node = adopt({
    __dom: canvas as unknown,
    getContext: (kind: string) => canvas.getContext(kind as '2d'),
    createImage: () => {
      const image = new Image()
      return new Proxy(image, {
        get: (target, name) => { const value: unknown = Reflect.get(target, name, target); return typeof value === 'function' ? (value as () => unknown).bind(target) : value },
        set: (target, name, value: unknown) => { Reflect.set(target, name, name === 'src' ? fileUrl(String(value)) : value, target); return true },
      })
    },
    requestAnimationFrame: (callback: () => void) => requestAnimationFrame(callback),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
    toDataURL: (...args: []) => canvas.toDataURL(...args),
  }) as unknown as CanvasNode
  for (const side of ['width', 'height'] as const) {
    Object.defineProperty(node, side, { get: () => canvas[side], set: (value: number) => { canvas[side] = value }, enumerable: true })
  }
  Object.setPrototypeOf(node, logic.Object.create(null) as object)
  return node
}

const canvas: Definition = {
  props: ['type', 'canvasId', 'disableScroll'],
  leaf: true,
  attached(self) {
    const dom = h('canvas')
    self.element.append(dom)
    dom.width = self.element.clientWidth || 300
    dom.height = self.element.clientHeight || 150
    if (self.component.data.type !== '2d') throw new Error('<canvas> without type="2d" (the old canvas API) is not implemented by the weapp host')
    Object.assign(self.component, { __node: canvasNode(dom) })
  },
}

function moveTo(self: Builtin<{ x: number; y: number }>, x: number, y: number, source: string) {
  Object.assign(self.state, { x, y })
  self.element.style.transform = `translate(${x}px, ${y}px)`
  self.fire('change', { x, y, source })
}

const movableView: Definition<{ x: number; y: number }> = {
  props: ['x', 'y', 'direction', 'disabled'],
  attached(self) {
    self.state = { x: 0, y: 0 }
    let start = { x: 0, y: 0 }
    onPan(self.element, {
      start: () => { start = { ...self.state }; return !truthy(self.props.disabled) && Boolean(self.props.direction) && self.props.direction !== 'none' },
      move: ({ dx, dy }) => moveTo(self, self.props.direction === 'vertical' ? start.x : start.x + dx, self.props.direction === 'horizontal' ? start.y : start.y + dy, 'touch'),
    })
  },
  update(self, changed) { if (changed.has('x') || changed.has('y')) moveTo(self, numeric(self.props.x, 0), numeric(self.props.y, 0), '') },
  actions: { moveTo: (self, x: number, y: number) => moveTo(self, x, y, '') },
}

/** Drawing and dragging. */
export const canvasComponents: Record<string, Definition> = { canvas, 'movable-area': {}, 'movable-view': movableView }
