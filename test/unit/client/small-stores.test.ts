import { phone } from '../../support/taro-fake'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))
// The hooks are selectors over a store: outside a render they just select.
jest.mock('zustand', () => {
  const { createStore } = jest.requireActual<typeof import('zustand/vanilla')>('zustand/vanilla')
  return { create: (init: never) => { const store = createStore<object>(init); return Object.assign((select = (state: object) => state) => select(store.getState()), store) } }
})

function launch<T>(load: () => T): T {
  let module!: T
  jest.isolateModules(() => { module = load() })
  return module
}
const recent = () => launch(() => require('@/stores/recent-searches') as typeof import('@/stores/recent-searches'))
const settings = () => launch(() => require('@/stores/settings') as typeof import('@/stores/settings'))
const view = () => launch(() => require('@/stores/policy-view') as typeof import('@/stores/policy-view'))

const favourites = () => launch(() => require('@/stores/favourites') as typeof import('@/stores/favourites'))
const profile = () => launch(() => require('@/stores/check/profile') as typeof import('@/stores/check/profile'))

beforeEach(() => { phone.storage.clear(); phone.storageFull = false })

describe('recent searches', () => {
  it('are the ten latest, each once, kept over launches', () => {
    const { rememberSearch, useRecentSearches } = recent()
    for (let n = 1; n <= 12; n += 1) rememberSearch(`词${n}`)
    rememberSearch(' 词5 ')
    rememberSearch('   ')
    expect(useRecentSearches()).toEqual(['词5', '词12', '词11', '词10', '词9', '词8', '词7', '词6', '词4', '词3'])
    const next = recent()
    expect(next.useRecentSearches()).toHaveLength(10)
    next.forgetSearch('词5')
    expect(next.useRecentSearches()[0]).toBe('词12')
    next.clearSearches()
    expect(recent().useRecentSearches()).toEqual([])
  })

  it('start empty from a spoilt store', () => {
    phone.storage.set('search.recent', [1, 2])
    expect(recent().useRecentSearches()).toEqual([])
    phone.storage.set('search.recent', ['好', null])
    expect(recent().useRecentSearches()).toEqual(['好'])
  })
})

describe('favourites', () => {
  const item = (n: number) => ({ itemId: `i${n}`, policyId: 'p', name: `事项${n}`, title: '政策' })

  it('say it when the phone has no room, and are what they were', () => {
    const { removeFavourite, toggleFavourite, useIsFavourite } = favourites()
    expect(toggleFavourite(item(1))).toBe('kept')
    phone.storageFull = true
    expect([toggleFavourite(item(2)), useIsFavourite('i2')]).toEqual(['noRoom', false])
    expect([toggleFavourite(item(1)), removeFavourite('i1'), useIsFavourite('i1')]).toEqual(['noRoom', false, true])
  })

  it('drop none of 500 for one more, and none for a spoilt one', () => {
    phone.storage.set('favourites', [null, { itemId: 7 }, ...Array.from({ length: 500 }, (_, n) => item(n))])
    const { toggleFavourite, useIsFavourite } = favourites()
    expect([useIsFavourite('i0'), useIsFavourite('i499'), toggleFavourite(item(500)), toggleFavourite(item(0)), toggleFavourite(item(500))]).toEqual([true, true, 'full', 'removed', 'kept'])
  })
})

describe('two browser tabs', () => {
  it('lose nothing of each other', () => {
    const [a, b] = [favourites(), favourites()]
    const item = (itemId: string) => ({ itemId, policyId: 'p', name: '事项', title: '政策' })
    a.toggleFavourite(item('a'))
    b.toggleFavourite(item('b'))
    a.toggleFavourite(item('c'))
    b.removeFavourite('a')
    expect(['a', 'b', 'c'].map((id) => favourites().useIsFavourite(id))).toEqual([false, true, true])

    const [one, two] = [recent(), recent()]
    one.rememberSearch('甲')
    two.rememberSearch('乙')
    expect(recent().useRecentSearches()).toEqual(['乙', '甲'])

    const [left, right] = [profile(), profile()]
    left.setFact('employees', 30)
    right.confirmRequirement('i', '要求', true)
    expect([profile().useFacts(), profile().useConfirmations()]).toEqual([{ employees: 30 }, { i: { 要求: true } }])
  })

  it('keep what is in memory only, when there is no room', () => {
    phone.storageFull = true
    const { setFact, useFacts } = profile()
    setFact('employees', 30)
    setFact('employees', 31)
    expect(useFacts()).toEqual({ employees: 31 })
  })

  it('see each other’s changes at once', () => {
    let tell: (key: string | null) => void = () => undefined
    const [here, other] = [launch(() => {
      jest.doMock('@/lib/storage-source', () => ({ watchStorage: (listener: typeof tell) => { tell = listener } }))
      const store = require('@/stores/recent-searches') as typeof import('@/stores/recent-searches')
      ;(require('@/lib/kept') as typeof import('@/lib/kept')).followOtherTabs()
      return store
    }), recent()]
    other.rememberSearch('甲')
    tell('something.else')
    expect(here.useRecentSearches()).toEqual([])
    tell('search.recent')
    expect(here.useRecentSearches()).toEqual(['甲'])
    phone.storage.clear()
    tell(null)
    expect(here.useRecentSearches()).toEqual([])
  })
})

it('the text size is kept, and standard unless chosen', () => {
  expect(settings().useTextSize()).toBe('standard')
  settings().setTextSize('large')
  expect(settings().useTextSize()).toBe('large')
  phone.storage.set('settings.textSize', 'giant')
  expect(settings().useTextSize()).toBe('standard')
})

it('the policies tab opens narrowed as asked, and can be freed again', () => {
  const { clearFilters, openPolicies, setSort, usePolicyView } = view()
  openPolicies({ category: ['tax'] }, 'endingSoon')
  expect(phone.opened.pop()).toEqual({ how: 'switchTab', url: '/tabs/policies/index' })
  expect(usePolicyView()).toEqual({ filters: { category: ['tax'] }, sort: 'endingSoon' })
  setSort('amount')
  clearFilters()
  expect(usePolicyView()).toEqual({ filters: {}, sort: 'amount' })
})

describe('the address of the policies tab in a browser', () => {
  const address = { pathname: '', search: '' }
  const history = { state: null, replaceState: (_state: unknown, _title: string, url: string) => { [address.pathname, address.search = ''] = url.split(/(?=\?)/) as [string, string?] } }
  const browserView = () => {
    jest.doMock('@/lib/page-url', () => require('@/lib/page-url.h5'))
    return view()
  }
  beforeEach(() => { Object.assign(globalThis, { window: { location: address, history } }) })
  afterEach(() => { jest.dontMock('@/lib/page-url'); delete (globalThis as { window?: unknown }).window })
  const goTo = (pathname: string, search = '') => Object.assign(address, { pathname, search })

  it('is taken over after a reload of the page in front of it', () => {
    goTo('/policies/item/index', '?policyId=p&itemId=i')
    const { showInUrl, usePolicyView } = browserView()
    expect(usePolicyView().filters).toEqual({})
    goTo('/tabs/policies/index', '?category=tax&sort=amount')
    showInUrl()
    expect(usePolicyView()).toEqual({ filters: { category: ['tax'] }, sort: 'amount' })
    expect(address.search).toBe('?category=tax&sort=amount')
    goTo('/tabs/policies/index')
    showInUrl()
    expect(address.search).toBe('?category=tax&sort=amount')
  })

  it('does not undo what the tab was opened with', () => {
    goTo('/policies/item/index', '?policyId=p&itemId=i')
    const { openPolicies, showInUrl, usePolicyView } = browserView()
    openPolicies({ level: ['zone'] })
    goTo('/tabs/policies/index')
    showInUrl()
    expect(usePolicyView().filters).toEqual({ level: ['zone'] })
    expect(address.search).toBe('?level=zone')
  })
})

it('a lost script of a page is answered by one offer to reload', async () => {
  const listeners: Record<string, (event: object) => void> = {}
  let reloads = 0
  Object.assign(globalThis, {
    window: { addEventListener: (type: string, listener: (event: object) => void) => { listeners[type] = listener } },
    location: { reload: () => { reloads += 1 } },
  })
  phone.modals = []
  launch(() => require('@/lib/lost-script.h5') as typeof import('@/lib/lost-script.h5')).offerReloadWhenScriptIsLost()
  listeners.error!({ message: 'x is not a function' })
  listeners.unhandledrejection!({ reason: undefined })
  expect(phone.modals).toHaveLength(0)
  listeners.unhandledrejection!({ reason: Object.assign(new Error('gone'), { name: 'ChunkLoadError' }) })
  listeners.error!({ message: 'Loading CSS chunk 7 failed' })
  await new Promise((resolve) => { setTimeout(resolve, 0) })
  expect([phone.modals.length, reloads]).toEqual([1, 1])
  delete (globalThis as { window?: unknown }).window
  delete (globalThis as { location?: unknown }).location
})
