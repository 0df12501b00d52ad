/** @jest-environment jsdom */
import { act } from '@testing-library/react'
import { phone } from '../../support/taro-fake'
import { app, watch } from './app'
import { NOON } from './helpers'

jest.mock('@tarojs/taro', () => require('../../support/taro-fake'))
// The renderer and the hooks of every launch share one React.
jest.mock('react', () => ((globalThis as { testReact?: unknown }).testReact ??= jest.requireActual('react')))

beforeEach(() => app.reset())
afterEach(() => jest.useRealTimers())

describe('favourites', () => {
  it('keep their order over launches and syncs, and know what was withdrawn', async () => {
    await app.syncedBefore()
    const keep = (n: number) => app.stores.toggleFavourite({ itemId: `p${n}-a`, policyId: `p${n}`, name: `事项${n}`, title: `政策${n}` })
    expect([keep(3), keep(1), keep(2), keep(3), keep(3)]).toEqual(['kept', 'kept', 'kept', 'removed', 'kept'])
    app.launch()
    const seen = watch(() => app.stores.useFavourites(), (value) => value)
    const ids = () => seen.last().map(({ itemId, withdrawn }) => `${itemId}${withdrawn ? ' withdrawn' : ''}`)
    expect(ids()).toEqual(['p3-a', 'p2-a', 'p1-a'])
    app.stores.startCatalogue()
    await app.pass(2000)
    app.server.withdraw('p2')
    await app.pull()
    expect(ids()).toEqual(['p3-a', 'p2-a withdrawn', 'p1-a'])
    expect(seen.last()[1]).toMatchObject({ name: '事项2', row: null })
    act(() => { app.stores.toggleFavourite({ itemId: 'p4-z', policyId: 'p4', name: '没有了', title: '政策4' }) })
    expect(seen.last()[0]).toMatchObject({ row: null, withdrawn: false, itemGone: true })
  })
})

describe('the sync', () => {
  it('runs at launch, on coming to front after ten minutes, and when the network returns', async () => {
    require('@/lib/network').startNetwork()
    app.stores.startCatalogue()
    await app.pass(2000)
    const syncs = () => app.asked['policies.syncCatalogue']
    const first = syncs()!
    const show = phone.listeners.show[phone.listeners.show.length - 1]!
    show()
    await app.pass(1000)
    expect(syncs()).toBe(first)
    jest.setSystemTime(NOON + 11 * 60_000)
    show()
    await app.pass(1000)
    expect(syncs()).toBe(first + 1)
    act(() => phone.setOnline(false))
    expect(app.stores.catalogue.store.getState().status.offline).toBe(true)
    act(() => phone.setOnline(true))
    await app.pass(1000)
    expect(syncs()).toBe(first + 2)
    expect(app.stores.catalogue.store.getState().status.offline).toBe(false)
  })

  it('does not call a silent server a missing network, and runs as soon as any call is answered', async () => {
    const http = phone.http
    phone.http = () => { throw { errMsg: 'request:fail' } }
    app.stores.startCatalogue()
    await app.pass(5000)
    expect(app.stores.catalogue.store.getState().status).toMatchObject({ source: 'none', offline: false, unreachable: true, problem: null })
    phone.http = http
    watch(() => app.stores.useHighlights(), ({ state }) => state)
    await app.pass(2000)
    // Long before the next try by itself.
    expect(app.stores.catalogue.store.getState().status).toMatchObject({ source: 'fresh', unreachable: false })
    expect(app.asked).toEqual({ 'policies.getHighlights': 1, 'policies.syncCatalogue': expect.any(Number) })
  })

  it('tries again by itself after a failure, and not at all without room', async () => {
    const http = phone.http
    phone.http = () => ({ statusCode: 502, data: '' })
    app.stores.startCatalogue()
    await app.pass(5000)
    expect(app.stores.catalogue.store.getState().status.problem).toMatchObject({ kind: 'failed' })
    phone.http = http
    await app.pass(40_000)
    expect(app.stores.catalogue.store.getState().status).toMatchObject({ source: 'fresh', problem: null })
    app.server.publish('p1')
    phone.filesFull = true
    await app.pull()
    expect(app.stores.catalogue.store.getState().status.problem).toMatchObject({ kind: 'storageFull' })
    const tried = app.asked['policies.syncCatalogue']
    await app.pass(40 * 60_000)
    expect(app.asked['policies.syncCatalogue']).toBe(tried)
    phone.filesFull = false
    await app.pull()
    expect(app.stores.catalogue.store.getState().status.problem).toBeNull()
  })
})
