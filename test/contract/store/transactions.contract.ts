import type { StoreAdapter } from '../../support/store/adapter'
import { aSample, counters, samples, useStore } from '../../support/store/fixtures'

/** A point that one side waits for and the other reaches. */
function gate() {
  let open = (): void => undefined
  const passed = new Promise<void>(resolve => { open = resolve })
  return { open, passed }
}

/** Transactions: all or nothing, as if alone, and retried until they fit. */
export function transactionsContract(adapter: StoreAdapter): void {
  describe('transactions', () => {
    const test = useStore(adapter)
    const docs = () => test.store.in(samples)

    it('keeps all writes over several collections and gives back what the work answers', async () => {
      await docs().insert(aSample('b'))
      const answer = await test.store.transact(async tx => [
        await tx.in(samples).insert(aSample('a')),
        await tx.in(samples).insertMany([aSample('b'), aSample('c')]),
        await tx.in(counters).insert({ _id: 'n', value: 1 }),
        await tx.in(samples).replace(aSample('a', { title: 'second' }), 1),
        await tx.in(samples).replace(aSample('a', { title: 'third' }), 1),
      ])
      expect(answer).toEqual(['inserted', ['exists', 'inserted'], 'inserted', 'replaced', 'conflict'])
      expect(await docs().get('a')).toMatchObject({ title: 'second', version: 2 })
      expect(await test.store.in(counters).get('n')).toMatchObject({ value: 1, version: 1 })
    })

    it('reads its own writes', async () => {
      await test.store.transact(async tx => {
        expect(await tx.in(samples).get('a')).toBeNull()
        await tx.in(samples).insert(aSample('a'))
        expect(await tx.in(samples).get('a')).toMatchObject({ version: 1 })
        await tx.in(samples).replace(aSample('a', { rank: 5 }), 1)
        expect(await tx.in(samples).get('a')).toMatchObject({ version: 2, rank: 5 })
      })
    })

    it('undoes everything when the work throws, and throws just that on', async () => {
      await docs().insert(aSample('old'))
      const problem = new Error('changed my mind')
      await expect(test.store.transact(async tx => {
        await tx.in(samples).insertMany([aSample('a'), aSample('b')])
        await tx.in(samples).replace(aSample('old', { title: 'new' }), 1)
        throw problem
      })).rejects.toBe(problem)
      expect(await docs().get('a')).toBeNull()
      expect(await docs().get('old')).toMatchObject({ title: '', version: 1 })
      expect(await docs().count('byGroup')).toBe(1)
      expect(await docs().insert(aSample('a'))).toBe('inserted')
    })

    it('shows nothing to others before it is done', async () => {
      const [wrote, goOn] = [gate(), gate()]
      const transaction = test.store.transact(async tx => {
        await tx.in(samples).insert(aSample('a'))
        wrote.open()
        await goOn.passed
      })
      await wrote.passed
      const other = await test.openAnother()
      for (const store of [test.store, other]) {
        expect(await store.in(samples).get('a')).toBeNull()
        expect(await store.in(samples).count('byGroup')).toBe(0)
        expect((await store.in(samples).page('byGroup', { limit: 1 })).docs).toEqual([])
      }
      goOn.open()
      await transaction
      for (const store of [test.store, other]) expect(await store.in(samples).get('a')).not.toBeNull()
    })

    it('keeps an outside write that arrives in the middle of an undone transaction', async () => {
      const [wrote, goOn] = [gate(), gate()]
      const transaction = test.store.transact(async tx => {
        await tx.in(samples).insert(aSample('inside'))
        wrote.open()
        await goOn.passed
        throw new Error('undone')
      })
      await wrote.passed
      const write = docs().insert(aSample('outside'))
      goOn.open()
      await expect(transaction).rejects.toThrow('undone')
      expect(await write).toBe('inserted')
      expect(await docs().get('inside')).toBeNull()
      expect(await docs().get('outside')).not.toBeNull()
    })

    it('sees no foreign write between two reads', async () => {
      await docs().insert(aSample('a', { title: 'before' }))
      const [readOnce, goOn] = [gate(), gate()]
      const transaction = test.store.transact(async tx => {
        const first = await tx.in(samples).get('a')
        readOnce.open()
        await goOn.passed
        return [first!.version, (await tx.in(samples).get('a'))!.version]
      })
      await readOnce.passed
      const write = docs().replace(aSample('a', { title: 'after' }), 1)
      goOn.open()
      const [first, second] = await transaction
      expect(first).toBe(second)
      expect(await write).toBe('replaced')
    })

    it('loses no update when many change the same document', async () => {
      await test.store.in(counters).insert({ _id: 'n', value: 0 })
      const stores = [test.store, await test.openAnother()]
      await Promise.all(Array.from({ length: 24 }, (_, i) => stores[i % 2]!.transact(async tx => {
        const { value, version } = (await tx.in(counters).get('n'))!
        expect(await tx.in(counters).replace({ _id: 'n', value: value + 1 }, version)).toBe('replaced')
      })))
      expect(await test.store.in(counters).get('n')).toMatchObject({ value: 24, version: 25 })
    })

    it('keeps a rule over two documents though each transaction changes only one', async () => {
      const other = await test.openAnother()
      for (let round = 0; round < 10; round++) {
        const [left, right] = [`l${round}`, `r${round}`]
        await docs().insertMany([aSample(left, { open: true }), aSample(right, { open: true })])
        await Promise.all([[test.store, left], [other, right]].map(([store, mine]) => (store as typeof other).transact(async tx => {
          const both = [(await tx.in(samples).get(left))!, (await tx.in(samples).get(right))!]
          const own = both.find(doc => doc._id === mine)!
          if (both.every(doc => doc.open)) await tx.in(samples).replace({ ...own, open: false }, own.version)
        })))
        const left2 = await docs().get(left)
        const right2 = await docs().get(right)
        expect([left2!.open, right2!.open].sort()).toEqual([false, true])
      }
    })

    it('lets one of several transactions insert what none of them found', async () => {
      const stores = [test.store, await test.openAnother()]
      const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => stores[i % 2]!.transact(async tx =>
        (await tx.in(samples).get('once')) ? 'found' : tx.in(samples).insert(aSample('once', { rank: i })))))
      expect(answers.filter(answer => answer === 'inserted')).toHaveLength(1)
      expect(await docs().count('byGroup')).toBe(1)
    })

    it('refuses a transaction or a write of its own store inside the work, and goes on working', async () => {
      const inside: (() => Promise<unknown>)[] = [
        () => test.store.transact(async () => undefined), () => docs().insert(aSample('x')), () => docs().insertMany([aSample('x')]),
        () => docs().replace(aSample('x'), 1), () => test.store.close(),
      ]
      for (const attempt of inside) await expect(test.store.transact(async tx => { await tx.in(samples).insert(aSample('a')); await attempt() })).rejects.toThrow('inside transact')
      expect(await docs().get('a')).toBeNull()
      expect(await docs().insert(aSample('x'))).toBe('inserted')
    })

    it('lets the work list through the store, which shows the last committed state', async () => {
      await docs().insert(aSample('before'))
      const listed = await test.store.transact(async tx => {
        await tx.in(samples).insert(aSample('mine'))
        return [await docs().count('byGroup'), (await docs().page('byGroup', { limit: 9 })).docs.length, await docs().get('mine')]
      })
      expect(listed).toEqual([1, 1, null])
    })

    it('refuses to go on with a transaction that is over', async () => {
      let kept: Parameters<Parameters<typeof test.store.transact>[0]>[0] | undefined
      await test.store.transact(async tx => { kept = tx })
      await expect(kept!.in(samples).insert(aSample('late'))).rejects.toThrow('over')
      await expect(kept!.in(samples).get('late')).rejects.toThrow('over')
      expect(await docs().get('late')).toBeNull()
    })

    it('gives fresh copies inside as well', async () => {
      await docs().insert(aSample('a', { detail: [1] }))
      await test.store.transact(async tx => {
        const read = (await tx.in(samples).get('a'))!;
        (read.detail as number[]).push(2)
        expect((await tx.in(samples).get('a'))!.detail).toEqual([1])
      })
    })
  })
}
