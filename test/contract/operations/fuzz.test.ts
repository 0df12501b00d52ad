import fc from 'fast-check'
import { ERROR_MESSAGES } from '../../../cloudfunctions/contract/errors'
import { ALL_OPERATIONS } from '../../../cloudfunctions/contract/operations'
import { inputsFor } from './inputs'
import { ACTOR_NAMES, openWorld, type World } from './world'

const RUNS = 1000
// Another one each time; to repeat a failure, pass the printed one: FUZZ_SEED=… npx jest …/fuzz.test.ts
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)

let world: World
beforeAll(async () => {
  world = await openWorld()
  process.stdout.write(`fuzz seed ${seed}\n`)
}, 60_000)
afterAll(async () => { await world.close() })

describe.each(ALL_OPERATIONS.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  it(`answers ${RUNS} random inputs with data or a known code, never with a failure of its own`, async () => {
    const codes = new Map<string, number>()
    await fc.assert(fc.asyncProperty(inputsFor(operation.input), fc.constantFrom(...ACTOR_NAMES), async (input, actor) => {
      // As on the wire: what JSON cannot carry never arrives.
      const answer = await world.call(name, JSON.parse(JSON.stringify(input ?? null)), actor)
      const code = answer.ok ? 'ok' : answer.error.code
      codes.set(code, (codes.get(code) ?? 0) + 1)
      if (answer.ok) return
      expect(Object.keys(ERROR_MESSAGES)).toContain(code)
      expect({ code, failure: world.failures.at(-1) }).not.toMatchObject({ code: 'INTERNAL' })
      expect(JSON.stringify(answer)).not.toMatch(/node_modules|\.ts:\d|at \w+ \(/)
      for (const { message } of answer.error.fields ?? []) expect(message).toMatch(/[\u4e00-\u9fff]/)
    }), { seed, numRuns: RUNS })
    expect(world.failures).toEqual([])
    // Inputs that never get anywhere would prove nothing.
    expect(codes.get('ok') ?? codes.get('NOT_FOUND') ?? 0).toBeGreaterThan(0)
  }, 120_000)
})
