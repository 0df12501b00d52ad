export interface Pan { dx: number; dy: number; x: number; y: number }

interface PanHandlers {
  /** Whether to follow this touch. */
  start?(event: TouchEvent): boolean
  move?(pan: Pan): void
  end?(pan: Pan): void
}

/** Follows one finger from where it goes down. */
export function onPan(element: HTMLElement, handlers: PanHandlers) {
  let from: { x: number; y: number } | undefined
  const pan = (event: TouchEvent): Pan => {
    const { clientX: x, clientY: y } = event.changedTouches[0]!
    return { x, y, dx: x - from!.x, dy: y - from!.y }
  }
  element.addEventListener('touchstart', (event) => {
    const touch = event.changedTouches[0]!
    from = handlers.start && !handlers.start(event) ? undefined : { x: touch.clientX, y: touch.clientY }
  }, { passive: true })
  element.addEventListener('touchmove', (event) => { if (from) handlers.move?.(pan(event)) }, { passive: true })
  element.addEventListener('touchend', (event) => {
    if (!from) return
    const result = pan(event)
    from = undefined
    handlers.end?.(result)
  }, { passive: true })
  element.addEventListener('touchcancel', () => { from = undefined }, { passive: true })
}
