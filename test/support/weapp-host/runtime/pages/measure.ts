import { setDataCalls } from './set-data'
import { top } from './stack'
import type { PageMeasure } from '../../types'

type Node = Element & { __wxElement?: object }

/** Counts what WeChat's audit counts on the page on top: elements of the templates, not the insides of built-ins. */
export function measure(): PageMeasure {
  const page = top()
  const history = setDataCalls(page)
  const figures = { nodes: 0, depth: 0, children: 0 }
  const walk = (node: Node, depth: number) => {
    figures.nodes++
    figures.depth = Math.max(figures.depth, depth)
    const children = [...node.children].filter((child) => (child as Node).__wxElement) as Node[]
    figures.children = Math.max(figures.children, children.length)
    for (const child of children) walk(child, depth + 1)
  }
  walk(page.element, 1)
  const sizes = history.map((call) => call.bytes)
  return {
    path: page.path,
    calls: history.length,
    bytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    largest: Math.max(0, ...sizes),
    ...figures,
    history: [...history],
  }
}
