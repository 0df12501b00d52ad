import * as easel from 'glass-easel'
import { adopt } from '../logic/realm'
import { backend } from './backend'

type Target = easel.Element & { dataset?: object }

/** What WeChat puts into event.target: plain data, never the component itself. */
export function plainTarget(target: any) {
  const element = (target._$ ?? target) as Target
  const dom = element.$$ as unknown as HTMLElement | null
  return adopt({ id: element.id ?? '', dataset: adopt({ ...element.dataset }), offsetLeft: dom?.offsetLeft ?? 0, offsetTop: dom?.offsetTop ?? 0 })
}

/** An event in WeChat's shape. */
class AppEvent extends easel.Event<unknown> {
  override wrapShadowedEvent(...args: Parameters<easel.Event<unknown>['wrapShadowedEvent']>) {
    const [target, mark, current] = args
    const event = super.wrapShadowedEvent(target, mark, current)
    Object.assign(event, { target: plainTarget(target), currentTarget: plainTarget(current), mark: adopt({ ...mark }) })
    return event
  }
}

export interface FireOptions { bubbles?: boolean; extra?: Record<string, unknown> }

/** Fires an event at a component; only touch-like events bubble, as in WeChat. */
export function fire(target: easel.Element, type: string, detail: unknown = {}, { bubbles = false, extra }: FireOptions = {}) {
  const event = new AppEvent(type, adopt(detail), { bubbles, composed: bubbles, capturePhase: bubbles, extraFields: extra && adopt(extra) })
  easel.Event.dispatchEvent(target, event)
  return event
}

const point = (touch: Touch) => ({ identifier: touch.identifier, pageX: touch.pageX, pageY: touch.pageY, clientX: touch.clientX, clientY: touch.clientY })

/** Touches in the shape WeChat gives them. */
export function touchFields(original: unknown): Record<string, unknown> {
  const event = original as Partial<TouchEvent> & Partial<MouseEvent> | undefined
  if (event?.changedTouches) return { touches: [...(event.touches ?? [])].map(point), changedTouches: [...event.changedTouches].map(point) }
  const { pageX = 0, pageY = 0, clientX = 0, clientY = 0 } = event ?? {}
  const mouse = [{ identifier: 0, pageX, pageY, clientX, clientY }]
  return { touches: mouse, changedTouches: mouse }
}

/** The component a DOM node belongs to. */
export function componentOf(node: EventTarget | null): easel.Element | null {
  let current = node as (Node & { __wxElement?: easel.Element }) | null
  while (current && !current.__wxElement) current = current.parentNode
  return current?.__wxElement ?? null
}

let longPressed = false
let timer: ReturnType<typeof setTimeout> | undefined

/** Starts delivering touches. glass-easel turns them into taps; the embedder dispatches. */
export function listenForTouches() {
  backend.onEvent((target: easel.Element, type: string, detail: any, options) => {
    // A long press that somebody listened to is not also a tap.
    if (type === 'tap' && (longPressed || isDisabled(target))) return undefined
    const position = type === 'tap' || type === 'canceltap' ? { x: detail.x as number, y: detail.y as number } : {}
    const event = fire(target, type, position, { bubbles: true, extra: touchFields(options.originalEvent) })
    return event.getEventBubbleStatus()
  })
  const cancel = () => clearTimeout(timer)
  document.addEventListener('touchstart', (event) => {
    cancel()
    longPressed = false
    const target = componentOf(event.target)
    if (target) timer = setTimeout(() => { longPressed = longPress(target, event) }, 340)
  }, { capture: true, passive: true })
  for (const type of ['touchend', 'touchmove', 'touchcancel']) document.addEventListener(type, cancel, { capture: true, passive: true })
}

/** A disabled button swallows taps. */
const isDisabled = (target: easel.Element) => Boolean((target.$$ as unknown as HTMLElement | null)?.closest?.('wx-button[disabled]'))

function longPress(target: easel.Element, original: TouchEvent): boolean {
  const touch = original.changedTouches[0]!
  const detail = { x: touch.pageX, y: touch.pageY }
  const heard = isHeard(target, 'longpress')
  for (const type of ['longpress', 'longtap']) fire(target, type, detail, { bubbles: true, extra: touchFields(original) })
  return heard
}

/** Whether anything from the target up listens for the event. */
function isHeard(target: easel.Element, type: string): boolean {
  for (let node: any = target; node; node = node.parentNode ?? node.getHostNode?.()) {
    if (node._$eventTarget?.listeners[type]?.funcArr) return true
  }
  return false
}
