import fc from 'fast-check'
import type { Documents, Range, Scalar, Store } from '../../../cloudfunctions/store/port'
import type { StoreAdapter } from '../../support/store/adapter'
import { aSample, samples, useStore, type fixedClock, type Sample, type SampleIndex } from '../../support/store/fixtures'
import { Model, type ModelRequest, type Position } from '../../support/store/model'

type Fields = Omit<Sample, 'group'>
type Write =
  | { kind: 'insert'; id: string; fields: Fields }
  | { kind: 'insertMany'; many: { id: string; fields: Fields }[] }
  | { kind: 'replace'; id: string; fields: Fields; off: number }
  | { kind: 'get'; id: string }
type List = { index: SampleIndex; request: Omit<ModelRequest, 'equals'>; fix: number; like: Fields; toTheEnd: boolean }
type Step = Write | { kind: 'transact'; writes: Write[]; fails: boolean } | { kind: 'list'; list: List } | { kind: 'nextPage' }

// Few distinct values, so that equal ones meet; some of any shape, so that nothing odd is left out.
const rank = fc.oneof(fc.constantFrom(null, -1, 0, 1, 2, 0.1 + 0.2, 179300.7195200438), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger())
const title = fc.oneof(fc.constantFrom(null, '', 'a', 'B', '𠮷', '\uff21', "'\"\\"), fc.string({ unit: 'binary', maxLength: 4 }).map(text => text.replaceAll('\0', '0')))
const open = fc.constantFrom(null, false, true)
const fields = fc.record<Fields>({ rank, title, open, detail: fc.jsonValue({ maxDepth: 1 }) }).filter(value => !JSON.stringify(value).includes('\\u0000'))
const id = fc.constantFrom('a', 'b', 'c', 'D', '𠮷', '\uff21', '10', '9')
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), id, fields }),
  fc.record({ kind: fc.constant('insertMany' as const), many: fc.array(fc.record({ id, fields }), { maxLength: 5 }) }),
  fc.record({ kind: fc.constant('replace' as const), id, fields, off: fc.constantFrom(0, 0, 0, 1, -1) }),
  fc.record({ kind: fc.constant('get' as const), id }),
)
const list: fc.Arbitrary<List> = fc.constantFrom<SampleIndex>('byGroup', 'byGroupRank', 'byGroupTitle', 'byGroupOpenRankTitle').chain(index => {
  const width = samples.indexes[index].length
  return fc.integer({ min: 1, max: width }).chain(fix => {
    const bound = { rank, title, open, group: fc.constant(null) }[samples.indexes[index][fix] ?? 'group'] as fc.Arbitrary<Scalar>
    const range: fc.Arbitrary<Range> = fix === width ? fc.constant({}) : fc.record({ gt: bound, gte: bound, lt: bound, lte: bound }, { requiredKeys: [] })
    return fc.record({
      index: fc.constant(index), fix: fc.constant(fix), like: fields, toTheEnd: fc.boolean(),
      request: fc.record({ range: fc.oneof(fc.constant({}), range), order: fc.constantFrom('asc' as const, 'desc' as const), limit: fc.integer({ min: 1, max: 4 }) }),
    })
  })
})
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: write },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('transact' as const), writes: fc.array(write, { maxLength: 4 }), fails: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('list' as const), list }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('nextPage' as const) }) },
)

/** Random operations give what a plain map gives. */
export function modelContract(adapter: StoreAdapter): void {
  describe('against a model', () => {
    const test = useStore(adapter)

    it('answers any sequence of operations and pages as a plain map does', async () => {
      let run = 0
      // A few documents to begin with, so that lists have several pages.
      const first = fc.array(fc.record({ id, fields }), { maxLength: 12 }).map((many): Step => ({ kind: 'insertMany', many }))
      await fc.assert(fc.asyncProperty(first, fc.array(step, { maxLength: 30 }), async (begin, steps) => {
        // Each run has a group of its own, so the store need not be emptied between runs.
        await new Walk(test.store, test.clock, `run${run++}`).all([begin, ...steps])
      }), { numRuns: 300 })
    }, 60_000)
  })
}

/** One run: does each step on the store and on the model and compares. */
class Walk {
  private readonly model = new Model()
  private reading?: { index: SampleIndex; request: ModelRequest; cursor: string; end: Position }

  constructor(private readonly store: Store, private readonly clock: ReturnType<typeof fixedClock>, private readonly group: string) {}

  async all(steps: Step[]): Promise<void> {
    for (const one of steps) {
      const at = this.clock.forward(1000)
      if (one.kind === 'transact') await this.transact(one.writes, one.fails, at)
      else if (one.kind === 'list') await this.list(one.list)
      else if (one.kind === 'nextPage') await this.nextPage()
      else expect(await this.onStore(this.store.in(samples), one)).toEqual(this.onModel(one, at))
    }
  }

  private doc = (id: string, values: Fields) => aSample(`${this.group}:${id}`, { ...values, group: this.group })
  private version = (id: string, off: number): number => (this.model.get(`${this.group}:${id}`)?.version ?? 1) + off

  private onModel(write: Write, at: string): unknown {
    switch (write.kind) {
      case 'insert': return this.model.insert(this.doc(write.id, write.fields), at)
      case 'insertMany': return write.many.map(one => this.model.insert(this.doc(one.id, one.fields), at))
      case 'replace': return this.model.replace(this.doc(write.id, write.fields), this.version(write.id, write.off), at)
      case 'get': return this.model.get(`${this.group}:${write.id}`)
    }
  }

  private onStore(docs: Documents<Sample>, write: Write): Promise<unknown> {
    switch (write.kind) {
      case 'insert': return docs.insert(this.doc(write.id, write.fields))
      case 'insertMany': return docs.insertMany(write.many.map(one => this.doc(one.id, one.fields)))
      case 'replace': return docs.replace(this.doc(write.id, write.fields), this.version(write.id, write.off))
      case 'get': return docs.get(`${this.group}:${write.id}`)
    }
  }

  private async transact(writes: Write[], fails: boolean, at: string): Promise<void> {
    const undone = new Error('undone')
    const versions = new Map(writes.flatMap(write => write.kind === 'replace' ? [[write, this.version(write.id, write.off)] as const] : []))
    const onStore = this.store.transact(async tx => {
      const answers: unknown[] = []
      for (const write of writes) {
        answers.push(write.kind === 'replace'
          ? await tx.in(samples).replace(this.doc(write.id, write.fields), versions.get(write)!)
          : await this.onStore(tx.in(samples), write))
      }
      if (fails) throw undone
      return answers
    }).catch((error: unknown) => { if (error === undone) return undone; throw error })
    let expected: unknown = undone
    try {
      this.model.transact(() => {
        expected = writes.map(write => write.kind === 'replace'
          ? this.model.replace(this.doc(write.id, write.fields), versions.get(write)!, at) : this.onModel(write, at))
        if (fails) throw undone
      })
    } catch {
      expected = undone
    }
    expect(await onStore).toEqual(expected)
  }

  private async list({ index, request, fix, like, toTheEnd }: List): Promise<void> {
    const equals = Object.fromEntries(samples.indexes[index].slice(0, fix).map(field => [field, field === 'group' ? this.group : like[field]]))
    const whole = { ...request, equals }
    await this.comparePage(index, whole)
    const expected = this.model.page(index, { ...whole, range: {}, limit: Infinity }).docs.length
    expect(await this.store.in(samples).count(index, equals)).toBe(expected)
    while (toTheEnd && this.reading) await this.nextPage()
  }

  private async nextPage(): Promise<void> {
    if (this.reading) await this.comparePage(this.reading.index, this.reading.request, this.reading)
  }

  private async comparePage(index: SampleIndex, request: ModelRequest, from?: { cursor: string; end: Position }): Promise<void> {
    const page = await this.store.in(samples).page(index, { ...request, ...(from && { cursor: from.cursor }) })
    const { docs, end } = this.model.page(index, request, from?.end)
    expect(page.docs).toEqual(docs)
    expect(page.cursor === undefined).toBe(end === undefined)
    delete this.reading
    if (page.cursor !== undefined && end) this.reading = { index, request, cursor: page.cursor, end }
  }
}
