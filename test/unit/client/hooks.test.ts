/** @jest-environment jsdom */
import { browse } from '@contract/policies/browse'
import { act } from '@testing-library/react'
import { phone } from '../../support/taro-fake'
import { app, watch } from './app'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))
// The renderer and the hooks of every launch share one React.
jest.mock('react', () => ((globalThis as { testReact?: unknown }).testReact ??= jest.requireActual('react')))

beforeEach(() => app.reset())
afterEach(() => jest.useRealTimers())

describe('useHighlights', () => {
  it('gives the stored copy at once, in one step, and asks the server for nothing else', async () => {
    await app.syncedBefore()
    const seen = watch(() => app.stores.useHighlights(), ({ data }) => data)
    app.stores.startCatalogue()
    await app.pass(2000)
    expect(seen.values).toEqual([null, app.highlights()])
    expect(seen.last()).toMatchObject({ from: 'phone', state: 'ready' })
    expect(app.asked).toEqual({ 'policies.syncCatalogue': 1 })
  })

  it('does not flicker when the copy says what the server had said', async () => {
    app.held.add('policies.syncCatalogue')
    const seen = watch(() => app.stores.useHighlights(), (value) => value)
    app.stores.startCatalogue()
    await app.pass(1000)
    expect(seen.last()).toMatchObject({ from: 'server', state: 'ready' })
    const before = seen.last()
    app.release()
    await app.pass(2000)
    expect(app.stores.catalogue.store.getState().status.source).toBe('fresh')
    expect(seen.last()).toBe(before)
    expect(seen.values).toHaveLength(2)
  })

  it('says that it failed, and tries again', async () => {
    phone.online = false
    const seen = watch(() => app.stores.useHighlights(), ({ state }) => state)
    app.stores.startCatalogue()
    await app.pass(3000)
    expect(seen.values).toEqual(['loading', 'failed'])
    phone.online = true
    act(() => seen.last().retry())
    await app.pass(1000)
    expect(seen.values).toEqual(['loading', 'failed', 'loading', 'ready'])
  })
})

describe('useBrowse', () => {
  it('gives all matches from the phone', async () => {
    await app.syncedBefore()
    const seen = watch(() => app.stores.useBrowse({ category: ['technology'] }, 'newest'), (value) => value.rows)
    app.stores.startCatalogue()
    await app.pass(2000)
    expect(seen.last()).toMatchObject({ from: 'phone', total: 30, of: 30, hasMore: false, state: 'ready', rows: { length: 30 } })
    expect(seen.values).toHaveLength(2)
    expect(app.asked['policies.browse']).toBeUndefined()
    const empty = watch(() => app.stores.useBrowse({ category: ['tax'], level: ['zone'] }, 'newest'), (value) => value)
    expect(empty.last()).toMatchObject({ total: 0, loosen: [{ key: 'category', count: 30 }] })
  })

  it('gives the server’s pages while there is no copy, then the copy', async () => {
    app.held.add('policies.syncCatalogue')
    const seen = watch(() => app.stores.useBrowse({}, 'newest'), ({ rows: shown }) => shown.length)
    app.stores.startCatalogue()
    await app.pass(500)
    expect(seen.last()).toMatchObject({ from: 'server', total: 30, hasMore: true })
    act(() => { seen.last().loadMore(); seen.last().loadMore() })
    await app.pass(500)
    expect(seen.values).toEqual([0, 20, 30])
    expect(app.asked['policies.browse']).toBe(2)
    expect(seen.last().hasMore).toBe(false)
    app.release()
    await app.pass(2000)
    expect(seen.last().from).toBe('phone')
    expect(seen.last().rows).toEqual(browse(app.rows(), {}, 'newest'))
  })
})

describe('usePolicy', () => {
  it('reads the stored copy without a network', async () => {
    await app.syncedBefore()
    phone.online = false
    const seen = watch(() => app.stores.usePolicy('p7'), ({ state }) => state)
    app.stores.startCatalogue()
    await app.pass(3000)
    expect(seen.values).toEqual(['loading', 'ready'])
    expect(seen.last()).toMatchObject({ from: 'phone', policy: app.server.published().p7 })
  })

  it('takes a broken id in a link for a policy that is not there', async () => {
    const seen = watch(() => app.stores.usePolicy('../x'), ({ state }) => state)
    app.stores.startCatalogue()
    await app.pass(2000)
    expect(seen.values).toEqual(['loading', 'missing'])
  })

  it('follows a change, keeps what is shown until it is there, and says when the policy is withdrawn', async () => {
    await app.syncedBefore()
    const seen = watch(() => app.stores.usePolicy('p7'), ({ policy }) => policy?.title ?? null)
    app.stores.startCatalogue()
    await app.pass(2000)
    app.server.publish('p7')
    app.server.publish('p8')
    await app.pull()
    app.server.withdraw('p7')
    await app.pull()
    expect(seen.values).toEqual([null, '政策p7第1版', '政策p7第2版', null])
    expect(seen.last().state).toBe('missing')
  })
})

describe('useSearch', () => {
  it('waits for the copy, then searches it, and follows its changes', async () => {
    app.held.add('policies.syncCatalogue')
    const seen = watch(() => app.stores.useSearch('第1版事项'), ({ state }) => state)
    app.stores.startCatalogue()
    await app.pass(500)
    expect(seen.values).toEqual(['preparing', 'noCopy'])
    app.release()
    await app.pass(2000)
    expect(seen.last()).toMatchObject({ state: 'ready' })
    const found = watch(() => app.stores.useSearch('事项p7'), ({ result }) => result?.hits.map(({ itemId }) => itemId).join() ?? null)
    expect(found.last().result?.hits[0]).toMatchObject({ itemId: 'p7-a' })
    app.server.withdraw('p7')
    await app.pull()
    expect(found.last().result?.hits.map(({ itemId }) => itemId)).not.toContain('p7-a')
  })

  it('is idle without a text', () => expect(watch(() => app.stores.useSearch('  '), ({ state }) => state).values).toEqual(['idle']))
})
