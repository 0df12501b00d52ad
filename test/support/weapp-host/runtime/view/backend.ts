import { CurrentWindowBackendContext } from 'glass-easel'
import { device } from '../bridge'
import { convertUnits } from '../../units'

/** Tags that exist as built-ins; they become <wx-…> so that no HTML element interferes. */
export const builtinTags = new Set<string>()

/** glass-easel's DOM backend, with WeChat's units and without real HTML tags. */
export const backend = new CurrentWindowBackendContext()

export const domTag = (tag: string) => (builtinTags.has(tag) ? `wx-${tag}` : tag === 'page' ? 'wx-page' : tag)

backend.document = {
  createElement(tag: string) {
    const element = document.createElement(domTag(tag))
    const setAttribute = element.setAttribute.bind(element)
    element.setAttribute = (name, value) => setAttribute(name, name === 'style' ? convertUnits(String(value), device.width) : value)
    return element
  },
  createTextNode: (text: string) => document.createTextNode(text),
  createDocumentFragment: () => document.createDocumentFragment(),
} as unknown as typeof backend.document

// setData's callback waits for the view; a frame would add 16 ms to each call for nothing.
backend.render = (done) => { setTimeout(() => done(null), 0) }

// Only touch events come from the DOM; every other event is fired by a built-in component.
const setListenerStats = backend.setListenerStats.bind(backend)
backend.setListenerStats = (element, type) => { if (/^touch/.test(type)) setListenerStats(element, type, false, 0) }
