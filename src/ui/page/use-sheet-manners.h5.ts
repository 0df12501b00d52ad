import { useEffect, useRef } from 'react'

interface Pressed { key: string }
interface Focusable { focus(): void }
declare const document: {
  body: { classList: { add(name: string): void; remove(name: string): void } }
  activeElement: Focusable | null
  querySelector(selector: string): Focusable | null
  addEventListener(type: 'keydown', listener: (event: Pressed) => void): void
  removeEventListener(type: 'keydown', listener: (event: Pressed) => void): void
}

/** In a browser: Esc closes the sheet, the keyboard starts inside it and returns to where it was, the tab bar waits. */
export function useSheetManners(onClose: () => void): void {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const before = document.activeElement
    const onKey = ({ key }: Pressed) => { if (key === 'Escape') close.current() }
    document.addEventListener('keydown', onKey)
    document.body.classList.add('sheet-open')
    document.querySelector('[role=dialog] [tabindex="0"]')?.focus()
    return () => {
      document.removeEventListener('keydown', onKey)
      document.body.classList.remove('sheet-open')
      before?.focus()
    }
  }, [])
}
