import type automator from 'miniprogram-automator'

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>
export type WxPage = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>
export type WxElement = NonNullable<Awaited<ReturnType<WxPage['$']>>>

/** Elements whose text a user reads, the innermost kinds first. */
const TEXT_TAGS = ['text', 'button', 'label', 'navigator', 'picker', 'view']

/** Custom components of a Taro build: selectors stop at their border. */
const COMPONENTS = ['comp', 'custom-wrapper']

type Scope = WxPage | WxElement

const isSelector = (what: string) => /^[.#[]/.test(what)

/** Everything that matches, also within Taro's custom components (one search each, as DevTools needs it). */
export async function findAll(scope: Scope, selector: string): Promise<WxElement[]> {
  const [own, ...nested] = await Promise.all([scope.$$(selector), ...COMPONENTS.map((tag) => scope.$$(tag))])
  const inner = await Promise.all(nested.flat().map((component) => findAll(component, selector)))
  return [...own, ...inner.flat()]
}

/** The first element for a selector; for a text, the innermost one that says exactly that, else one that contains it. */
export async function find(page: WxPage, what: string): Promise<WxElement | null> {
  if (isSelector(what)) return (await findAll(page, what))[0] ?? null
  return await deepest(page, (text) => text === what) ?? deepest(page, (text) => text.includes(what))
}

async function deepest(scope: Scope, matches: (text: string) => boolean): Promise<WxElement | null> {
  for (const tag of TEXT_TAGS) {
    const elements = await findAll(scope, tag)
    const texts = await Promise.all(elements.map((element) => element.text().catch(() => '')))
    const at = texts.findIndex((text) => matches(String(text ?? '').trim()))
    // Inner kinds are tried first; a view may still hold another view that says the same.
    if (at >= 0) return tag === 'view' ? await deepest(elements[at]!, matches) ?? elements[at]! : elements[at]!
  }
  return null
}
