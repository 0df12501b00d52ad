import type { StoreAdapter } from '../../support/store/adapter'
import { aSample, everyPage, ids, samples, useStore } from '../../support/store/fixtures'

const FIRST = '2026-11-02T08:00:00.000Z'

/** Documents by id: writing, stamps, versions, what text survives. */
export function documentsContract(adapter: StoreAdapter): void {
  describe('documents', () => {
    const test = useStore(adapter)
    const docs = () => test.store.in(samples)

    it('answers null for a document that is not there', async () => {
      expect(await docs().get('nobody')).toBeNull()
    })

    it('inserts as version 1 with both stamps at the clock', async () => {
      expect(await docs().insert(aSample('a', { rank: 3 }))).toBe('inserted')
      expect(await docs().get('a')).toEqual({ ...aSample('a', { rank: 3 }), version: 1, createdAt: FIRST, updatedAt: FIRST })
    })

    it('leaves the old document as it is when the id exists', async () => {
      await docs().insert(aSample('a', { title: 'old' }))
      test.clock.forward(1000)
      expect(await docs().insert(aSample('a', { title: 'new' }))).toBe('exists')
      expect(await docs().get('a')).toMatchObject({ title: 'old', version: 1, updatedAt: FIRST })
    })

    it('inserts many each on its own and answers in order', async () => {
      await docs().insert(aSample('b', { title: 'old' }))
      const answers = await docs().insertMany([aSample('a'), aSample('b', { title: 'new' }), aSample('c'), aSample('a', { title: 'twice' })])
      expect(answers).toEqual(['inserted', 'exists', 'inserted', 'exists'])
      expect((await everyPage(test.store, 'byTitle', { limit: 10 })).map(doc => [doc._id, doc.title])).toEqual([['a', ''], ['c', ''], ['b', 'old']])
      expect(await docs().insertMany([])).toEqual([])
    })

    it('inserts none of many when one of them cannot be kept', async () => {
      await expect(docs().insertMany([aSample('a'), aSample('')])).rejects.toMatchObject({ code: 'BAD_INPUT' })
      expect(await docs().get('a')).toBeNull()
    })

    it('replaces the expected version, raises it and keeps createdAt', async () => {
      await docs().insert(aSample('a', { detail: { only: 'first' } }))
      const later = test.clock.forward(60_000)
      expect(await docs().replace(aSample('a', { title: 'second' }), 1)).toBe('replaced')
      expect(await docs().get('a')).toEqual({ ...aSample('a', { title: 'second' }), version: 2, createdAt: FIRST, updatedAt: later })
    })

    it('refuses to replace another version or a missing document', async () => {
      await docs().insert(aSample('a'))
      await docs().replace(aSample('a', { title: 'second' }), 1)
      for (const version of [1, 3, 0, -1]) expect(await docs().replace(aSample('a', { title: 'lost' }), version)).toBe('conflict')
      expect(await docs().replace(aSample('b'), 1)).toBe('conflict')
      expect(await docs().replace(aSample('b'), 0)).toBe('conflict')
      expect(await docs().get('a')).toMatchObject({ title: 'second', version: 2 })
      expect(await docs().get('b')).toBeNull()
    })

    it('keeps its own stamps whatever the written document says', async () => {
      await docs().insert({ ...aSample('a'), version: 9, createdAt: 'x', updatedAt: 'x' } as never)
      const stored = await docs().get('a')
      expect(stored).toMatchObject({ version: 1, createdAt: FIRST, updatedAt: FIRST })
      expect(await docs().replace({ ...stored!, title: 'as read and changed' }, stored!.version)).toBe('replaced')
      expect(await docs().get('a')).toMatchObject({ version: 2, createdAt: FIRST })
    })

    it('answers fresh copies and keeps none of the caller\'s', async () => {
      const written = aSample('a', { detail: { list: [1] } })
      const inserting = docs().insert(written)
      written.title = 'changed while it was being written'
      await inserting
      const read = (await docs().get('a'))!
      expect(read.title).toBe('');
      (read.detail as { list: number[] }).list.push(2)
      const [listed] = (await docs().page('byTitle', { limit: 1 })).docs
      listed!.title = 'changed after reading'
      expect(await docs().get('a')).toMatchObject({ title: '', detail: { list: [1] } })
    })

    it('drops undefined fields and keeps every other JSON value', async () => {
      const detail = { nothing: null, yes: true, number: -1.5e-7, large: 2 ** 53 - 1, list: [[], {}, [null]], '': 'empty key', 'a.b $"\'c': 1 }
      await docs().insert(aSample('a', { detail: { ...detail, gone: undefined } }))
      await docs().insert({ ...aSample('b'), detail: undefined })
      expect((await docs().get('a'))!.detail).toEqual(detail)
      expect(Object.keys((await docs().get('b'))!)).not.toContain('detail')
    })

    it.each([
      ['emoji and rare characters', '👩🏽‍💻 𠮷野家 𪚥 包头稀土高新区'],
      ['quotes and SQL', `'; DROP TABLE samples; --"\`\\ $1 ? :a @b %_`],
      ['control characters and line ends', '\u0001\u0008\t\r\n\u2028\u2029\u007f\ufeff'],
      ['what looks like an escape but is not', '\\u0000 \\\\ud800 \\"'],
    ])('keeps and finds %s', async (_kind, text) => {
      expect(await docs().insert(aSample(`id ${text}`, { title: text, group: text, detail: { [text]: text } }))).toBe('inserted')
      const stored = await docs().get(`id ${text}`)
      expect(stored).toMatchObject({ _id: `id ${text}`, title: text, detail: { [text]: text } })
      expect(ids((await docs().page('byGroupTitle', { equals: { group: text, title: text }, limit: 2 })).docs)).toEqual([`id ${text}`])
      expect(await docs().count('byTitle', { title: text })).toBe(1)
      expect(await docs().replace(stored!, 1)).toBe('replaced')
    })

    it('keeps a megabyte of text', async () => {
      const detail = '政策𠮷"'.repeat(200_000)
      await docs().insert(aSample('long', { detail }))
      expect((await docs().get('long'))!.detail).toBe(detail)
    })

    it.each([['empty', ''], ['not text', 7 as never], ['absent', undefined as never], ['with U+0000', 'a\0b'], ['with half a character', 'a\ud842']])(
      'refuses an id that is %s', async (_why, id) => {
        const refusal = { code: 'BAD_INPUT', fields: [{ path: '_id', message: expect.any(String) }] }
        await expect(docs().get(id)).rejects.toMatchObject(refusal)
        await expect(docs().insert({ ...aSample('a'), _id: id })).rejects.toMatchObject(refusal)
        await expect(docs().insertMany([{ ...aSample('a'), _id: id }])).rejects.toMatchObject(refusal)
        await expect(docs().replace({ ...aSample('a'), _id: id }, 1)).rejects.toMatchObject(refusal)
        await expect(test.store.transact(tx => tx.in(samples).get(id))).rejects.toMatchObject(refusal)
      })

    it.each([['U+0000', 'a\0b'], ['half a character', 'a\udfb7b'], ['half a character after a backslash', '\\\ud842']])(
      'refuses text with %s, naming the field', async (_what, text) => {
        const refusal = { code: 'BAD_INPUT', fields: [{ path: 'detail', message: expect.any(String) }] }
        await expect(docs().insert(aSample('a', { detail: { deep: [text] } }))).rejects.toMatchObject(refusal)
        await expect(docs().replace(aSample('a', { detail: { [text]: 1 } }), 1)).rejects.toMatchObject(refusal)
        expect(await docs().get('a')).toBeNull()
      })

    it('finds everything again after closing and opening', async () => {
      await docs().insertMany([aSample('a', { rank: 2 }), aSample('b', { rank: 1 })])
      await docs().replace(aSample('a', { rank: 0 }), 1)
      await test.store.close()
      test.store = await adapter.open(test.place, test.options)
      expect(ids(await everyPage(test.store, 'byRank', { limit: 1 }))).toEqual(['a', 'b'])
      expect(await docs().get('a')).toMatchObject({ version: 2, rank: 0 })
    })

    it('closes twice without complaint and refuses work afterwards', async () => {
      await test.store.close()
      await test.store.close()
      await expect(docs().get('a')).rejects.toThrow()
      await expect(docs().insert(aSample('a'))).rejects.toThrow()
      await expect(test.store.transact(async () => undefined)).rejects.toThrow()
    })

    it('finishes what was asked for before closing', async () => {
      const writes = [docs().insert(aSample('a')), test.store.transact(tx => tx.in(samples).insert(aSample('b')))]
      await test.store.close()
      expect(await Promise.all(writes)).toEqual(['inserted', 'inserted'])
    })
  })
}
