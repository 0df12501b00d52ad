import { resolve } from 'node:path'
import type { StoreAdapter } from '../../support/store/adapter'
import { bundleChild, startChild } from '../../support/store/child'
import { countUp } from '../../support/store/count-up'
import { counters, useStore } from '../../support/store/fixtures'

const WRITERS = 8

/** Compare-and-set by many writers: every acknowledged update is in the final value. */
export function writersContract(adapter: StoreAdapter): void {
  describe('writers at once', () => {
    const test = useStore(adapter)

    it('loses no update of 8 writers in one process', async () => {
      const acknowledged = await Promise.all(Array.from({ length: WRITERS }, () => countUp(test.store, 25)))
      const total = acknowledged.reduce((sum, count) => sum + count, 0)
      expect(await test.store.in(counters).get('shared')).toMatchObject({ value: total, version: total + 1 })
    })

    const ifProcesses = adapter.module === undefined ? it.skip : it
    ifProcesses('loses no update of 8 processes that open a new place together', async () => {
      const place = await adapter.newPlace()
      const bundle = await bundleChild(adapter.module!, resolve(__dirname, '../../support/store/counting-child.ts'))
      const children = Array.from({ length: WRITERS }, () => startChild(bundle, place, '25'))
      try {
        await Promise.all(children.map(child => child.printed(1)))
        for (const child of children) child.tell('go')
        for (const child of children) expect(await child.ended).toEqual({ code: 0, signal: null, errors: '' })
        const total = children.reduce((sum, child) => sum + Number(child.lines[1]), 0)
        expect(total).toBe(WRITERS * 25)
        const store = await adapter.open(place, test.options)
        expect(await store.in(counters).get('shared')).toMatchObject({ value: total, version: total + 1 })
        await store.close()
      } finally {
        for (const child of children) child.kill()
        await Promise.all(children.map(child => child.ended))
        await adapter.removePlace(place)
        bundle.remove()
      }
    })
  })
}
