import { painted } from '../view/dom'
import type { ViewElement } from './handles'

interface Point { x: number; y: number }

function name(element: Element | null): string {
  const known = element?.closest<HTMLElement>('[class],[id]') ?? element
  if (!known) return 'nothing'
  const tag = known.localName.replace(/^wx-/, '')
  const id = known.id ? `#${known.id}` : ''
  const classes = [...known.classList].map((one) => `.${one}`).join('')
  const text = (known as HTMLElement).innerText?.trim().slice(0, 30)
  return `<${tag}${id}${classes}>${text ? ` “${text}”` : ''}`
}

/** Where a finger would touch the element; fails when something else lies there, saying what. */
export async function tapPoint(element: ViewElement): Promise<Point> {
  const target = element as HTMLElement
  await painted()
  if (target.getClientRects().length === 0) throw new Error(`${name(target)} cannot be tapped: it is not rendered`)
  let point = middle(target)
  if (!hits(target, point)) {
    target.scrollIntoView({ block: 'center', inline: 'nearest' })
    await painted()
    point = middle(target)
  }
  const hit = document.elementFromPoint(point.x, point.y)
  if (!hits(target, point)) throw new Error(`${name(target)} cannot be tapped: ${hit ? `it is covered by ${name(hit)}` : 'it lies outside the screen'}`)
  return point
}

function hits(target: Element, { x, y }: Point): boolean {
  const hit = document.elementFromPoint(x, y)
  return hit !== null && (hit === target || target.contains(hit))
}

/** The middle of the first box: an inline element that wraps may have nothing in the middle of all. */
function middle(element: HTMLElement): Point {
  const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0)
  const display = getComputedStyle(element).display
  // display:contents and inline wrappers: the box of what is inside.
  const box = boxes[0] ?? (display === 'contents' || display === 'inline' ? element.firstElementChild?.getBoundingClientRect() : undefined)
  if (!box || box.width === 0) throw new Error(`${name(element)} cannot be tapped: it has no size`)
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
}

interface WireTouch { identifier?: number; pageX?: number; pageY?: number; clientX?: number; clientY?: number }

/** A step of a gesture, at the given place or in the middle of the element. */
export async function dispatchTouch(element: ViewElement, type: string, params: { touches?: WireTouch[]; changedTouches?: WireTouch[] }) {
  const center = type === 'touchstart' ? await tapPoint(element) : middle(element)
  const make = ({ identifier = 1, clientX, clientY, pageX, pageY }: WireTouch = {}) => {
    const x = clientX ?? pageX ?? center.x
    const y = clientY ?? pageY ?? center.y
    return new Touch({ identifier, target: element, clientX: x, clientY: y, pageX: x, pageY: y })
  }
  const changed = (params.changedTouches?.length ? params.changedTouches : params.touches?.length ? params.touches : [{}]).map(make)
  const touches = type === 'touchend' ? [] : changed
  element.dispatchEvent(new TouchEvent(type, { bubbles: true, composed: true, cancelable: true, touches, targetTouches: touches, changedTouches: changed }))
}
