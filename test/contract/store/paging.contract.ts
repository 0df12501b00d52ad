import { setImmediate as nextTurn } from 'node:timers/promises'
import { samples, aSample, everyPage, ids, useStore, type Sample, type SampleRequest } from '../../support/store/fixtures'
import type { StoreAdapter } from '../../support/store/adapter'

/** Pages and counts over indexes: orders, prefixes, ranges, cursors, documents that come in meanwhile. */
export function pagingContract(adapter: StoreAdapter): void {
  describe('paging', () => {
    const test = useStore(adapter)
    const docs = () => test.store.in(samples)
    const fill = (all: [string, Partial<Sample>][]) => docs().insertMany(all.map(([id, fields]) => aSample(id, fields)))

    it('answers an empty last page for an empty collection', async () => {
      expect(await docs().page('byRank', { limit: 10 })).toEqual({ docs: [] })
      expect(await docs().count('byRank')).toBe(0)
    })

    it('sorts numbers as numbers, null first in asc and last in desc, equals by id', async () => {
      await fill([['e', { rank: 10 }], ['d', { rank: 9 }], ['c', { rank: null }], ['b', { rank: -2.5 }], ['a', { rank: 9 }], ['f', { rank: null }]])
      expect(ids(await everyPage(test.store, 'byRank', { limit: 100 }))).toEqual(['c', 'f', 'b', 'a', 'd', 'e'])
      expect(ids(await everyPage(test.store, 'byRank', { limit: 100, order: 'desc' }))).toEqual(['e', 'd', 'a', 'b', 'f', 'c'])
    })

    it('sorts text by code point, also beyond U+FFFF', async () => {
      await fill([['1', { title: '𠮷' }], ['2', { title: '\uff21' }], ['3', { title: 'a' }], ['4', { title: 'B' }], ['5', { title: null }], ['6', { title: '' }], ['7', { title: 'ab' }]])
      expect(ids(await everyPage(test.store, 'byTitle', { limit: 2 }))).toEqual(['5', '6', '4', '3', '7', '2', '1'])
    })

    it('sorts ids by code point where nothing else differs', async () => {
      await fill([['𠮷', {}], ['\uff21', {}], ['a', {}], ['B', {}], ['10', {}], ['9', {}]])
      expect(ids(await everyPage(test.store, 'byId', { limit: 4 }))).toEqual(['10', '9', 'B', 'a', '\uff21', '𠮷'])
      expect(ids(await everyPage(test.store, 'byId', { limit: 4, order: 'desc' }))).toEqual(['𠮷', '\uff21', 'a', 'B', '9', '10'])
    })

    it('sorts false before true, and booleans come back as booleans', async () => {
      await fill([['a', { open: true, rank: 1 }], ['b', { open: false, rank: 2 }], ['c', { open: null, rank: 3 }], ['d', { open: true, rank: 0 }]])
      const all = await everyPage(test.store, 'byOpenRank', { limit: 2 })
      expect(all.map(doc => [doc._id, doc.open])).toEqual([['c', null], ['b', false], ['d', true], ['a', true]])
      expect(ids((await docs().page('byOpenRank', { equals: { open: true }, limit: 9 })).docs)).toEqual(['d', 'a'])
      expect(ids((await docs().page('byOpenRank', { range: { lt: true }, limit: 9 })).docs)).toEqual(['b'])
    })

    it('fixes any prefix of the index, null included', async () => {
      await fill([
        ['a', { group: 'x', open: true, rank: 1, title: 't' }], ['b', { group: 'x', open: true, rank: null, title: 's' }],
        ['c', { group: 'x', open: null, rank: 1, title: null }], ['d', { group: 'y', open: true, rank: 1, title: 't' }], ['e', { group: 'x', open: true, rank: 1, title: null }],
      ])
      const found = async (equals: SampleRequest<'byGroupOpenRankTitle'>['equals']) => {
        const list = ids(await everyPage(test.store, 'byGroupOpenRankTitle', { limit: 2, ...(equals && { equals }) }))
        expect(await docs().count('byGroupOpenRankTitle', equals)).toBe(list.length)
        return list
      }
      expect(await found(undefined)).toEqual(['c', 'b', 'e', 'a', 'd'])
      expect(await found({})).toEqual(['c', 'b', 'e', 'a', 'd'])
      expect(await found({ group: 'x' })).toEqual(['c', 'b', 'e', 'a'])
      expect(await found({ group: 'x', open: null })).toEqual(['c'])
      expect(await found({ open: true, group: 'x' })).toEqual(['b', 'e', 'a'])
      expect(await found({ group: 'x', open: true, rank: null })).toEqual(['b'])
      expect(await found({ group: 'x', open: true, rank: 1 })).toEqual(['e', 'a'])
      expect(await found({ group: 'x', open: true, rank: 1, title: null })).toEqual(['e'])
      expect(await found({ group: 'X' })).toEqual([])
    })

    it.each<[SampleRequest['range'], string[]]>([
      [{ gt: 2 }, ['c', 'd']], [{ gte: 2 }, ['b', 'c', 'd']], [{ lt: 2 }, ['a']], [{ lte: 2 }, ['a', 'b']],
      [{ gt: 1, lt: 3 }, ['b']], [{ gte: 1, lte: 3 }, ['a', 'b', 'c']], [{ gt: 3, lt: 2 }, []],
      [{ gt: null }, ['a', 'b', 'c', 'd']], [{ gte: null }, ['n', 'a', 'b', 'c', 'd']], [{ lte: null }, ['n']], [{ lt: null }, []],
      [{ gt: null, lte: 2 }, ['a', 'b']], [{ gte: null, lte: 2 }, ['a', 'b']], [{ gte: undefined, lt: 2 }, ['a']], [{}, ['n', 'a', 'b', 'c', 'd']],
    ])('bounds the first free field by %p', async (range, expected) => {
      const all: [string, number | null][] = [['n', null], ['a', 1], ['b', 2], ['c', 3], ['d', 4.5]]
      await fill([...all.map(([id, rank]): [string, Partial<Sample>] => [id, { rank, group: 'in' }]), ['z', { rank: 2, group: 'out' }]])
      for (const limit of [1, 2, 100]) {
        expect(ids(await everyPage(test.store, 'byGroupRank', { equals: { group: 'in' }, range: range!, limit }))).toEqual(expected)
        expect(ids(await everyPage(test.store, 'byGroupRank', { equals: { group: 'in' }, range: range!, limit, order: 'desc' }))).toEqual([...expected].reverse())
      }
    })

    it('finds a decimal fraction by exactly the number that was written', async () => {
      const fractions = [0.1 + 0.2, 179300.7195200438, -4.595528570932799e36, 1 / 3, 5e-324, 1.7976931348623157e308]
      await fill(fractions.map((rank, i) => [`f${i}`, { rank }]))
      for (const [i, rank] of fractions.entries()) {
        expect(ids((await docs().page('byRank', { range: { gte: rank, lte: rank }, limit: 9 })).docs)).toEqual([`f${i}`])
        expect(await docs().count('byRank', { rank })).toBe(1)
      }
      expect(await everyPage(test.store, 'byRank', { limit: 1 })).toHaveLength(fractions.length)
    })

    it('gives a cursor exactly when another document follows', async () => {
      await fill(Array.from({ length: 6 }, (_, i) => [`d${i}`, { rank: i }]))
      for (const [limit, sizes] of [[1, [1, 1, 1, 1, 1, 1]], [3, [3, 3]], [4, [4, 2]], [6, [6]], [1000, [6]]] as const) {
        const seen: number[] = []
        const all = await everyPage(test.store, 'byRank', { limit }, async page => void seen.push(page.length))
        expect([...seen, all.length - seen.reduce((sum, size) => sum + size, 0)]).toEqual(sizes)
      }
    })

    it.each([0, -1, 1.5, 1001, NaN])('refuses a limit of %p', async limit => {
      await expect(docs().page('byRank', { limit })).rejects.toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'limit' }] })
    })

    it('refuses a broken cursor and another list\'s', async () => {
      await fill(Array.from({ length: 9 }, (_, i) => [`d${i}`, { rank: i, group: i % 2 ? 'x' : 'y' }]))
      const cursor = (await docs().page('byGroupRank', { equals: { group: 'x' }, limit: 1 })).cursor!
      const tries: Promise<unknown>[] = [
        ...['', 'x', '!!', 'bnVsbA', 'W10', 'WzFd', 'e30', '中文', cursor.slice(0, -3), 'A'.repeat(10_000), 7 as never].map(broken =>
          docs().page('byGroupRank', { equals: { group: 'x' }, limit: 1, cursor: broken })),
        docs().page('byGroupRank', { equals: { group: 'y' }, limit: 1, cursor }),
        docs().page('byGroupRank', { equals: { group: 'x' }, limit: 1, cursor, order: 'desc' }),
        docs().page('byGroupTitle', { equals: { group: 'x' }, limit: 1, cursor }),
        docs().page('byRank', { limit: 1, cursor }),
      ]
      for (const attempt of tries) await expect(attempt).rejects.toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'cursor' }] })
    })

    it('refuses what an index cannot serve instead of answering something wider', async () => {
      const loose = docs() as unknown as { page(index: string, request: object): Promise<unknown>; count(index: string, equals?: object): Promise<unknown> }
      await expect(loose.page('byNothing', { limit: 1 })).rejects.toThrow('byNothing')
      await expect(loose.page('byGroupRank', { equals: { rank: 1 }, limit: 1 })).rejects.toThrow('equals')
      await expect(loose.page('byGroupRank', { equals: { group: undefined }, limit: 1 })).rejects.toThrow('equals')
      await expect(loose.count('byGroupRank', { title: 'x' })).rejects.toThrow('equals')
      await expect(loose.page('byGroup', { equals: { group: 'x' }, range: { gt: 1 }, limit: 1 })).rejects.toThrow('range')
      await expect(loose.page('byRank', { range: { gt: NaN }, limit: 1 })).rejects.toThrow()
    })

    it.each(['asc', 'desc'] as const)('neither repeats nor hides documents while others come in (%s)', async order => {
      const original = Array.from({ length: 120 }, (_, i): [string, Partial<Sample>] => [`old${i}`, { rank: i % 7 === 0 ? null : i % 10 }])
      await fill(original)
      let extra = 0
      const all = await everyPage(test.store, 'byRank', { limit: 7, order }, async page => {
        const { rank } = page.at(-1)!
        await fill([null, -1, rank, (rank ?? 0) + 0.5, 99].flatMap(value => ['a', 'z'].map((letter): [string, Partial<Sample>] => [`${letter}${extra++}`, { rank: value }])))
      })
      expect(new Set(ids(all)).size).toBe(all.length)
      expect(ids(all).filter(id => id.startsWith('old')).sort()).toEqual(original.map(([id]) => id).sort())
    })

    it('neither repeats nor hides documents while writers run', async () => {
      await fill(Array.from({ length: 400 }, (_, i) => [`old${i}`, { rank: i }]))
      let [reading, written] = [true, 0]
      const writers = [0, 1, 2, 3].map(async writer => {
        for (let i = 0; reading; i++) {
          await docs().insert(aSample(`new${writer}:${i}`, { rank: (i * 37 + writer) % 400 }))
          written++
        }
      })
      try {
        // Each page waits until something more is written, so that reads and writes truly alternate.
        const all = ids(await everyPage(test.store, 'byRank', { limit: 9 }, async () => {
          for (const before = written; written === before;) await nextTurn()
        }))
        expect(new Set(all).size).toBe(all.length)
        expect(all.filter(id => id.startsWith('old'))).toEqual(Array.from({ length: 400 }, (_, i) => `old${i}`))
      } finally {
        reading = false
        await Promise.all(writers)
      }
    })

    it('pages through 10,000 documents in order, in both directions', async () => {
      const all = Array.from({ length: 10_000 }, (_, i) => aSample(`d${i}`, { rank: (i * 7919) % 1000, detail: '惠企政策'.repeat(20) }))
      for (let from = 0; from < all.length; from += 2500) await docs().insertMany(all.slice(from, from + 2500))
      const expected = ids(all.sort((a, b) => a.rank! - b.rank! || (a._id < b._id ? -1 : 1)))
      expect(ids(await everyPage(test.store, 'byRank', { limit: 1000 }))).toEqual(expected)
      expect(ids(await everyPage(test.store, 'byRank', { limit: 137, order: 'desc' }))).toEqual([...expected].reverse())
      expect(await docs().count('byRank')).toBe(10_000)
      expect(await docs().count('byRank', { rank: 500 })).toBe(10)
    })
  })
}
