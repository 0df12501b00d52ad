import { device } from '../bridge'
import { callHook } from '../pages/stack'
import { describe, getPath, pageOf, plain } from './handles'
import { queryAll, queryXpath } from './selector'

type Params = Record<string, any>

function find(params: Params, query: typeof queryXpath) {
  const page = pageOf(params)
  // From the container: a root-portal has left the page's element, but not the page.
  return query(page.container, params.selector as string, page.component.getShadowRoot()!)
}

function one(params: Params, query: typeof queryXpath) {
  const element = find(params, query)[0]
  if (!element) throw new Error('no such element')
  return describe(element as never)
}

const all = (params: Params, query: typeof queryXpath) => ({ elements: find(params, query).map((element) => describe(element as never)) })

/** A page's window, as far as clients ask for it. */
function windowProperty(params: Params, name: string): unknown {
  const { scroller, container } = pageOf(params)
  const known: Record<string, unknown> = {
    'document.documentElement.scrollWidth': scroller.scrollWidth,
    'document.documentElement.scrollHeight': scroller.scrollHeight,
    'document.documentElement.scrollTop': scroller.scrollTop,
    'document.body.scrollTop': scroller.scrollTop,
    innerWidth: container.clientWidth,
    innerHeight: container.clientHeight,
    devicePixelRatio: device.pixelRatio,
  }
  if (!(name in known)) throw new Error(`window property ${name} is not implemented by the weapp host`)
  return known[name]
}

/** Page.*: one page. Selectors do not reach into custom components. */
export const pageMethods: Record<string, (params: Params) => unknown> = {
  'Page.getElement': (params) => one(params, queryAll),
  'Page.getElements': (params) => all(params, queryAll),
  'Page.getElementByXpath': (params) => one(params, queryXpath),
  'Page.getElementsByXpath': (params) => all(params, queryXpath),
  'Page.getData': (params) => ({ data: plain(getPath(pageOf(params).instance.data, params.path)) }),
  'Page.setData': (params) => new Promise<void>((resolve) => { pageOf(params).instance.setData(params.data, resolve) }),
  'Page.callMethod': async (params) => {
    const page = pageOf(params)
    if (typeof page.instance[params.method as string] !== 'function') throw new Error(`${page.path} has no method ${String(params.method)}`)
    return { result: plain(await callHook(page, params.method as string, ...(params.args as unknown[]))) }
  },
  'Page.getWindowProperties': (params) => ({ properties: (params.names as string[]).map((name) => windowProperty(params, name)) }),
}
