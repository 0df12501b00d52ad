import type * as easel from 'glass-easel'
import { domTag } from '../view/backend'

type ViewElement = HTMLElement & { __wxElement?: easel.Element & { ownerShadowRoot?: unknown } }

const TAG = /(^|[\s>+~,(])([a-z][\w-]*)/g
const CLASS = /\.((?:[\w-]|\\.|[^\x00-\x7f])+)/g

/** A selector of the app as one of the host's DOM: tags get their prefix, classes also match under a style scope. */
function toDom(selector: string, scope?: string): string {
  // Strings in attribute selectors stay as they are.
  return selector.split(/(\[[^\]]*\])/).map((part, index) => (index % 2
    ? part
    : part
      .replace(TAG, (_, before: string, tag: string) => before + domTag(tag))
      .replace(CLASS, (whole, name: string) => (scope ? `:is(.${name},.${scope}--${name})` : whole)))).join('')
}

/** Every element that matches within `root` and belongs to `owner`'s template: components are closed, as in DevTools. */
export function queryAll(root: HTMLElement, selector: string, owner: easel.ShadowRoot, scope?: string): ViewElement[] {
  return [...root.querySelectorAll<ViewElement>(toDom(selector, scope))].filter((element) => element.__wxElement && element.__wxElement.ownerShadowRoot === owner)
}

/** The same for XPath. */
export function queryXpath(root: HTMLElement, xpath: string, owner: easel.ShadowRoot): ViewElement[] {
  const translated = xpath.replace(/(^|[/(:])([a-z][\w-]*)(?=$|[/[\])])/g, (_, before: string, tag: string) => before + domTag(tag)).replace(/^\//, './')
  const found = document.evaluate(translated, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE)
  return Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index) as ViewElement)
    .filter((element) => element.__wxElement?.ownerShadowRoot === owner)
}
