type Props = Partial<Omit<HTMLElement, 'style' | 'dataset' | 'children'>> & Record<string, unknown>

/** Creates an HTML element of the host's own (native bars, dialogs, insides of components). */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (name === 'class') element.className = String(value)
    else if (name.includes('-') || name === 'role') element.setAttribute(name, String(value))
    else (element as Record<string, unknown>)[name] = value
  }
  element.append(...children)
  return element
}

/** WeChat's reading of a boolean property: an attribute without a value is true. */
export const truthy = (value: unknown) => value === '' || (Boolean(value) && value !== 'false')

/** A number property, or its default when the app does not set one. */
export function numeric(value: unknown, fallback: number): number {
  const number = value === undefined || value === null || value === '' ? NaN : Number(value)
  return Number.isNaN(number) ? fallback : number
}

/** Real touches go by what has been painted: a change of layout or scroll must be on the screen first. */
export const painted = () => new Promise<void>((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve())) })
