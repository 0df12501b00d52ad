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

beforeEach(() => phone.storage.clear())

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
