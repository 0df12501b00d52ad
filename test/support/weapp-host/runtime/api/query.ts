import { adopt } from '../logic/realm'
import { top, type Instance } from '../pages/stack'
import { callBack } from './define'

type Callback = (result: unknown) => void
interface Fields { id?: boolean; dataset?: boolean; rect?: boolean; size?: boolean; scrollOffset?: boolean; properties?: string[]; computedStyle?: string[]; context?: boolean; node?: boolean; mark?: boolean }
interface Question { scope: Instance; selector: string | null; all: boolean; fields: Fields; callback?: Callback }

/** One element's answer, as far as the fields ask. */
function describe(element: any, fields: Fields): Record<string, unknown> {
  const dom = element.$$ as HTMLElement
  const box = dom.getBoundingClientRect()
  const page = top().container.getBoundingClientRect()
  const answer: Record<string, unknown> = {}
  if (fields.id) answer.id = element.id ?? ''
  if (fields.dataset) answer.dataset = { ...element.dataset }
  // A page is a window of its own: the bar above it does not count.
  if (fields.rect) Object.assign(answer, { left: box.left - page.left, right: box.right - page.left, top: box.top - page.top, bottom: box.bottom - page.top })
  if (fields.size) Object.assign(answer, { width: box.width, height: box.height })
  if (fields.scrollOffset) Object.assign(answer, { scrollLeft: dom.scrollLeft, scrollTop: dom.scrollTop, scrollWidth: dom.scrollWidth, scrollHeight: dom.scrollHeight })
  for (const name of fields.properties ?? []) answer[name] = element.data?.[name]
  for (const name of fields.computedStyle ?? []) answer[name] = getComputedStyle(dom).getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
  if (fields.node) answer.node = element.__node ?? null
  if (fields.context) answer.context = element.__context ?? null
  return answer
}

function describeViewport(fields: Fields): Record<string, unknown> {
  const { scroller, container } = top()
  const { width, height } = container.getBoundingClientRect()
  const answer: Record<string, unknown> = { id: '', dataset: {} }
  if (fields.rect) Object.assign(answer, { left: 0, top: 0, right: width, bottom: height })
  if (fields.size) Object.assign(answer, { width, height })
  if (fields.scrollOffset) Object.assign(answer, { scrollLeft: scroller.scrollLeft, scrollTop: scroller.scrollTop, scrollWidth: scroller.scrollWidth, scrollHeight: scroller.scrollHeight })
  return answer
}

function resolve({ scope, selector, all, fields }: Question): unknown {
  if (selector === null) return describeViewport(fields)
  const root = scope._$.getShadowRoot()
  // What is on its way out has no place on the screen any more: it answers as absent.
  const isShown = (one: { $$: unknown } | null) => Boolean(one?.$$)
  if (all) return root.querySelectorAll(selector).filter(isShown).map((one: unknown) => describe(one, fields))
  const found = root.querySelector(selector)
  return isShown(found) ? describe(found, fields) : null
}

/** wx.createSelectorQuery, also this.createSelectorQuery of a component. */
export function createSelectorQuery(scope?: Instance) {
  const questions: Question[] = []
  let current = scope
  const ask = (selector: string | null, all: boolean) => {
    const add = (fields: Fields, callback?: Callback) => { questions.push({ scope: current ?? top().instance, selector, all, fields, callback }); return query }
    return adopt({
      fields: add,
      boundingClientRect: (callback?: Callback) => add({ id: true, dataset: true, rect: true, size: true }, callback),
      scrollOffset: (callback?: Callback) => add({ id: true, dataset: true, scrollOffset: true }, callback),
      node: (callback?: Callback) => add({ node: true }, callback),
      context: (callback?: Callback) => add({ context: true }, callback),
    })
  }
  const query: object = adopt({
    in: (component: Instance) => { current = component; return query },
    select: (selector: string) => ask(selector, false),
    selectAll: (selector: string) => ask(selector, true),
    selectViewport: () => ask(null, false),
    // The view answers later, never within the call.
    exec(callback?: Callback) {
      setTimeout(() => {
        const answers = questions.map((question) => {
          const answer = adopt(resolve(question))
          callBack(question.callback, answer)
          return answer
        })
        callBack(callback, adopt(answers))
      }, 0)
      return query
    },
  })
  return query
}
