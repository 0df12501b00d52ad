import { h, painted } from './dom'

const layer = h('div', { id: 'host-overlays' })

/** Adds the layer for native dialogs: above all pages, out of the app's reach. */
export const installOverlays = () => document.body.append(layer)

/** Puts a dialog on the screen. The click that follows the very tap which opened it must not answer it. */
function mount(root: HTMLElement) {
  let touched = false
  root.addEventListener('touchstart', () => { touched = true }, { capture: true, passive: true })
  root.addEventListener('click', (event) => { if (!touched) event.stopImmediatePropagation() }, { capture: true })
  layer.append(root)
}

let toast: HTMLElement | undefined
let toastTimer: ReturnType<typeof setTimeout> | undefined

/** wx.showToast and wx.showLoading share one place on the screen. */
export function showToast(text: string, options: { duration?: number; mask?: boolean }) {
  hideToast()
  toast = h('div', {}, ...(options.mask ? [h('div', { class: 'host-mask' })] : []), h('div', { class: 'host-toast', textContent: text, role: 'alert' }))
  layer.append(toast)
  if (options.duration !== undefined) toastTimer = setTimeout(hideToast, options.duration)
}

export function hideToast() {
  clearTimeout(toastTimer)
  toast?.remove()
  toast = undefined
}

export type Answer = 'confirm' | 'cancel'

interface OpenDialog { kind: string; answer(answer: Answer): void }

/** Dialogs on the screen, the last one on top. */
const open: OpenDialog[] = []

export interface DialogOptions { kind: string; title: string; content?: string; confirm?: string; cancel?: string | null; editable?: boolean; placeholder?: string }

/** A dialog that waits for the test's answer (automator's native(), or a tap on its button). */
export function showDialog(options: DialogOptions): Promise<{ answer: Answer; text: string }> {
  return new Promise((resolve) => {
    const input = options.editable ? h('input', { placeholder: options.placeholder ?? '', value: options.content ?? '' }) : undefined
    const answer = (value: Answer) => {
      root.remove()
      open.splice(open.indexOf(dialog), 1)
      resolve({ answer: value, text: input?.value ?? '' })
    }
    const button = (text: string, value: Answer) => h('div', { textContent: text, onclick: () => answer(value) })
    const root = h('div', {}, h('div', { class: 'host-mask' }), h('div', { class: 'host-dialog', role: 'dialog' },
      h('p', { textContent: options.title }), ...(options.content && !input ? [h('p', { textContent: options.content })] : []), ...(input ? [input] : []),
      h('div', { class: 'host-buttons' }, ...(options.cancel === null ? [] : [button(options.cancel ?? '取消', 'cancel')]), button(options.confirm ?? '确定', 'confirm'))))
    const dialog: OpenDialog = { kind: options.kind, answer }
    open.push(dialog)
    mount(root)
  })
}

/** Answers the uppermost dialog of a kind, or says that there is none. */
export function answerDialog(kind: string, answer: Answer) {
  const dialog = open.filter((one) => one.kind === kind).pop()
  if (!dialog) throw new Error(`there is no ${kind} dialog on the screen`)
  dialog.answer(answer)
}

/** A sheet from below; resolves to the chosen row, or null for 取消. */
export function showSheet(rows: string[], title?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const done = (value: number | null) => { root.remove(); resolve(value) }
    const row = (text: string, value: number | null) => h('div', { class: 'host-row', textContent: text, onclick: () => done(value) })
    const root = h('div', {}, h('div', { class: 'host-mask', onclick: () => done(null) }), h('div', { class: 'host-sheet' },
      ...(title ? [h('div', { class: 'host-row', textContent: title })] : []), ...rows.map((text, index) => row(text, index)), row('取消', null)))
    mount(root)
  })
}

export interface Column { labels: string[]; chosen: number }

/** A picker of several columns; `onScroll` may replace columns while it is open. Resolves to the indexes, or null for 取消. */
export function showColumns(columns: Column[], onScroll?: (column: number, index: number) => void): { result: Promise<number[] | null>; update(columns: Column[]): void } {
  let current = columns
  const body = h('div', { class: 'host-columns' })
  const draw = () => body.replaceChildren(...current.map((column, at) => h('div', { class: 'host-column' }, ...column.labels.map((label, index) =>
    h('div', { textContent: label, class: index === column.chosen ? 'host-chosen' : '', onclick: () => { column.chosen = index; draw(); onScroll?.(at, index) } })))))
  draw()
  const result = new Promise<number[] | null>((resolve) => {
    const done = (value: number[] | null) => { root.remove(); resolve(value) }
    const root = h('div', {}, h('div', { class: 'host-mask' }), h('div', { class: 'host-sheet' },
      h('div', { class: 'host-buttons' }, h('div', { textContent: '取消', onclick: () => done(null) }), h('div', { textContent: '确定', onclick: () => done(current.map((column) => column.chosen)) })), body))
    mount(root)
  })
  return { result, update(next) { current = next; draw() } }
}

/** Every visible text of the native layer, for assertions. */
export function nativeTexts(): string[] {
  return nativeLeaves().map((element) => element.textContent!.trim())
}

/** Where to touch the native element with exactly this text. */
export async function nativePoint(text: string): Promise<{ x: number; y: number }> {
  const element = nativeLeaves().reverse().find((one) => one.textContent!.trim() === text)
  if (!element) throw new Error(`nothing native on the screen says "${text}"; there is: ${nativeTexts().join(' | ')}`)
  element.scrollIntoView({ block: 'nearest' })
  await painted()
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

function nativeLeaves(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#host-bar *, #host-tabs *, #host-overlays *')]
    .filter((element) => element.childElementCount === 0 && element.textContent!.trim() !== '' && element.getClientRects().length > 0)
}
