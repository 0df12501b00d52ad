import { fileUrl, isUnreachable } from '../view/files'
import { h, numeric, truthy } from '../view/dom'
import type { Definition } from './define'

const FITS: Record<string, string> = { scaleToFill: 'fill', aspectFit: 'contain', aspectFill: 'cover', center: 'none', widthFix: 'fill', heightFix: 'fill' }

const image: Definition<{ img: HTMLImageElement }> = {
  props: ['src', 'mode', 'lazyLoad'],
  leaf: true,
  attached(self) {
    const img = self.state.img = h('img', { alt: '' })
    img.onload = () => {
      const { mode } = self.props
      if (mode === 'widthFix') self.element.style.height = `${(img.naturalHeight / img.naturalWidth) * self.element.clientWidth}px`
      if (mode === 'heightFix') self.element.style.width = `${(img.naturalWidth / img.naturalHeight) * self.element.clientHeight}px`
      self.fire('load', { width: img.naturalWidth, height: img.naturalHeight })
    }
    img.onerror = () => self.fire('error', { errMsg: `GET ${String(self.props.src)} failed` })
    self.element.append(img)
  },
  update({ state, props, fire }, changed) {
    state.img.style.objectFit = FITS[props.mode as string] ?? 'fill'
    if (!changed.has('src') || !props.src) return
    if (isUnreachable(props.src)) setTimeout(() => fire('error', { errMsg: 'no network' }), 0)
    else state.img.src = fileUrl(props.src)
  },
}

type RichNode = { type?: string; text?: string; name?: string; attrs?: Record<string, string>; children?: RichNode[] }

/** Only what the documentation allows: no scripts, no event handlers. */
const FORBIDDEN = new Set(['script', 'iframe', 'object', 'embed', 'style', 'link'])

function richNode(node: RichNode): Node | string {
  if (node.type === 'text') return decodeEntities(node.text ?? '')
  if (!node.name || FORBIDDEN.has(node.name)) return ''
  const element = h(node.name as 'div', {}, ...(node.children ?? []).map(richNode))
  for (const [name, value] of Object.entries(node.attrs ?? {})) if (!/^on/.test(name)) element.setAttribute(name, String(value))
  return element
}

function decodeEntities(text: string): string {
  return new DOMParser().parseFromString(text.replace(/</g, '&lt;'), 'text/html').body.textContent ?? ''
}

function richHtml(html: string): Node[] {
  const body = new DOMParser().parseFromString(html, 'text/html').body
  for (const element of body.querySelectorAll('*')) {
    if (FORBIDDEN.has(element.localName)) element.remove()
    for (const { name } of [...element.attributes]) if (/^on/.test(name)) element.removeAttribute(name)
  }
  return [...body.childNodes]
}

const richText: Definition = {
  props: ['nodes', 'space'],
  leaf: true,
  update({ element, props: { nodes } }) {
    element.replaceChildren(...(typeof nodes === 'string' ? richHtml(nodes) : ((nodes ?? []) as RichNode[]).map(richNode)))
  },
}

const progress: Definition = {
  props: ['percent', 'showInfo'],
  leaf: true,
  update({ element, props }) {
    const done = h('div', { class: 'host-done' })
    done.style.width = `${numeric(props.percent, 0)}%`
    element.replaceChildren(h('div', { class: 'host-line' }, done), ...(truthy(props.showInfo) ? [`${numeric(props.percent, 0)}%`] : []))
  },
}

/** Things to look at. */
export const basicComponents: Record<string, Definition> = {
  view: {},
  text: { props: ['selectable', 'userSelect', 'space', 'decode'], update: ({ element, props }) => { element.toggleAttribute('user-select', truthy(props.userSelect) || truthy(props.selectable)) } },
  icon: { props: ['type', 'size', 'color'], leaf: true, update: ({ element, props }) => { element.style.background = props.color ?? '#07c160' } },
  image,
  'rich-text': richText,
  progress,
  'cover-view': {},
  'cover-image': image,
}
