import * as v from 'valibot'
import { AppError } from '../../../cloudfunctions/contract/errors'
import { query, command } from '../../../cloudfunctions/contract/operation'
import { GUEST, type Actor } from '../../../cloudfunctions/contract/roles'
import { handlersByName } from '../../../cloudfunctions/kernel/handlers'
import { handleCall, implement, type Handler, type Surroundings } from '../../../cloudfunctions/kernel/pipeline'
import { createRateLimiter } from '../../../cloudfunctions/kernel/rate-limit'
import type { Store } from '../../../cloudfunctions/store/port'

// `file.upload`: signed-in only, unscoped. `file.read`: signed-in only, each their own. `policy.read`: everyone.
const open = query({ name: 'test.open', permission: 'policy.read', input: v.object({ n: v.number() }), output: v.object({ n: v.number() }) })
const signedIn = query({ name: 'test.signedIn', permission: 'file.upload', input: v.object({}), output: v.object({}), ratePerMinute: 2 })
const own = query({ name: 'test.own', permission: 'file.read', input: v.object({ id: v.string() }), output: v.object({ id: v.string() }) })
const audited = command({ name: 'test.audited', permission: 'policy.read', idempotent: true, input: v.object({}), output: v.object({}) })

const alice: Actor = { personId: 'alice', bindings: [{ role: 'entrepreneur', enterpriseIds: ['e1'] }] }
const nobody: Actor = { personId: 'carol', bindings: [] }

/** A store that tells of each touch, and holds one thing that belongs to alice. */
function spyStore(touches: string[]): Store {
  const touched = (what: string) => { touches.push(what) }
  const collection = {
    get: async (id: string) => { touched(`get ${id}`); return id === 'hers' ? { personId: 'alice' } : null },
    insert: async (doc: { operation: string }) => { touched(`insert ${doc.operation}`); return 'inserted' },
  }
  return { in: () => collection, transact: () => { throw new Error('unused') }, close: async () => undefined } as unknown as Store
}

function world(handlers: Handler[]) {
  const touches: string[] = []
  const failures: unknown[] = []
  const surroundings: Surroundings = {
    store: spyStore(touches), platform: {} as never, clock: { now: () => 0 }, rateLimiter: createRateLimiter(),
    newTraceId: () => 'trace-1', onUnknownFailure: (failure) => failures.push(failure),
  }
  const byName = handlersByName(handlers)
  const send = async (body: unknown, actor: Actor = GUEST) =>
    JSON.parse(await handleCall(byName, body, async () => ({ actor, rateKey: actor.personId ?? 'ip' }), surroundings))
  const call = (operation: string, input: unknown, actor?: Actor) => send({ operation, input, contractVersion: 1 }, actor)
  return { touches, failures, send, call }
}

const openHandler = implement(open, { run: async ({ n }) => ({ n }) })
const signedInHandler = implement(signedIn, { run: async () => ({}) })
const ownHandler = implement(own, {
  subject: async ({ id }, { store }) => (await store.in({ name: 'x', indexes: {} }).get(id)) as never,
  run: async ({ id }) => ({ id }),
})

describe('the pipeline refuses', () => {
  it('a guest where a signed-in role is needed, before any read and before looking at the input', async () => {
    const { call, touches } = world([ownHandler])
    expect((await call('test.own', { id: 5 })).error.code).toBe('SIGN_IN_REQUIRED')
    expect(touches).toEqual([])
  })

  it('a person without the role, before any read and before looking at the input', async () => {
    const { call, touches } = world([ownHandler])
    expect((await call('test.own', { id: 5 }, nobody)).error.code).toBe('FORBIDDEN')
    expect(touches).toEqual([])
  })

  it('bad input before the subject is loaded', async () => {
    const { call, touches } = world([ownHandler])
    expect((await call('test.own', { id: 5 }, alice)).error).toMatchObject({ code: 'BAD_INPUT', fields: [{ path: 'id' }] })
    expect(touches).toEqual([])
  })

  it('what is out of scope exactly as what does not exist, having read the subject and nothing else', async () => {
    const { call, touches } = world([ownHandler])
    const bob: Actor = { personId: 'bob', bindings: [{ role: 'admin' }] }
    const outOfScope = await call('test.own', { id: 'hers' }, bob)
    const missing = await call('test.own', { id: 'nothing' }, bob)
    expect(outOfScope).toEqual(missing)
    expect(outOfScope.error.code).toBe('NOT_FOUND')
    expect(touches).toEqual(['get hers', 'get nothing'])
  })

  it('calls over the rate, by person and operation', async () => {
    const { call } = world([signedInHandler])
    const codes = []
    for (let i = 0; i < 3; i += 1) codes.push((await call('test.signedIn', {}, alice)).error?.code)
    expect(codes).toEqual([undefined, undefined, 'TOO_MANY_REQUESTS'])
  })

  it('an unknown operation without asking who calls', async () => {
    const { send } = world([])
    const answer = JSON.parse(await handleCall(new Map(), { operation: 'a.b', input: {}, contractVersion: 1 }, async () => { throw new Error('asked') }, {} as never))
    expect(answer.error.code).toBe('UNKNOWN_OPERATION')
    expect((await send({ operation: 'constructor', input: {}, contractVersion: 1 })).error.code).toBe('UNKNOWN_OPERATION')
  })

  it.each([[undefined], [null], ['text'], [[]], [{}], [{ operation: 1 }], [{ operation: 'test.open', input: {} }], [{ operation: 'test.open', input: {}, contractVersion: 1.5 }]])(
    'a call that is no envelope: %j', async (body) => {
      expect((await world([openHandler]).send(body)).error.code).toBe('BAD_REQUEST')
    })

  it('a client more than one release behind', async () => {
    const { send } = world([openHandler])
    expect((await send({ operation: 'test.open', input: { n: 1 }, contractVersion: 0 })).ok).toBe(true)
    expect((await send({ operation: 'test.open', input: { n: 1 }, contractVersion: -1 })).error.code).toBe('CLIENT_TOO_OLD')
  })
})

describe('the pipeline answers', () => {
  it('the owner', async () => {
    expect(await world([ownHandler]).call('test.own', { id: 'hers' }, alice)).toEqual({ ok: true, data: { id: 'hers' } })
  })

  it('field problems in Chinese, without what was sent, and not without end', async () => {
    const many = query({ name: 'test.many', permission: 'policy.read', input: v.object({ list: v.array(v.number()) }), output: v.object({}) })
    const { call } = world([implement(many, { run: async () => ({}) })])
    const { error } = await call('test.many', { list: Array.from({ length: 5000 }, () => '13800000000') })
    expect(error.fields).toHaveLength(20)
    expect(JSON.stringify(error)).not.toContain('13800000000')
    expect(error.fields[0]).toEqual({ path: 'list.0', message: '这一项填写得不对' })
  })

  it('an unknown failure with a trace id and no details', async () => {
    const { call, failures } = world([implement(open, { run: async () => { throw new Error('secret of the database') } })])
    const answer = await call('test.open', { n: 1 })
    expect(answer.error).toEqual({ code: 'INTERNAL', message: expect.stringContaining('trace-1'), traceId: 'trace-1' })
    expect(JSON.stringify(answer)).not.toContain('secret')
    expect(failures).toHaveLength(1)
  })

  it('an answer over 100 KB as a failure of ours, never cut', async () => {
    const big = query({ name: 'test.big', permission: 'policy.read', input: v.object({}), output: v.object({ text: v.string() }) })
    const { call } = world([implement(big, { run: async () => ({ text: '政'.repeat(40_000) }) })])
    expect((await call('test.big', {})).error.code).toBe('INTERNAL')
  })

  it('an answer that a domain keeps by writing it out once', async () => {
    let written = 0
    const kept = { n: 1, toJSON: () => { written += 1; return { n: 1 } } }
    const { call } = world([implement(open, { run: async () => kept })])
    expect([await call('test.open', { n: 1 }), await call('test.open', { n: 2 })]).toEqual([{ ok: true, data: { n: 1 } }, { ok: true, data: { n: 1 } }])
    expect(written).toBe(1)
  })

  it('a refusal of the identity as it is', async () => {
    const answer = JSON.parse(await handleCall(handlersByName([openHandler]), { operation: 'test.open', input: { n: 1 }, contractVersion: 1 },
      async () => { throw new AppError('SESSION_EXPIRED') }, { onUnknownFailure: () => undefined, newTraceId: () => '' } as never))
    expect(answer.error.code).toBe('SESSION_EXPIRED')
  })

  it('an audited command only after writing its row', async () => {
    const { call, touches } = world([implement(audited, { run: async () => ({}) })])
    expect((await call('test.audited', {}, alice)).ok).toBe(true)
    expect(touches).toEqual(['insert test.audited'])
  })
})

it('two handlers for one operation are a mistake told at start', () => {
  expect(() => handlersByName([openHandler], [openHandler])).toThrow('two handlers for test.open')
})
