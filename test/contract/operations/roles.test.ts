import * as v from 'valibot'
import { ALL_OPERATIONS } from '../../../cloudfunctions/contract/operations'
import { PERMISSIONS } from '../../../cloudfunctions/contract/permissions'
import { ROLES } from '../../../cloudfunctions/contract/roles'
import { handlers } from '../../../cloudfunctions/local/domains'
import { EXPECTATIONS } from './expectations'
import { ACTOR_NAMES, ACTORS, openWorld, type World } from './world'

let world: World
beforeAll(async () => { world = await openWorld() }, 60_000)
afterAll(async () => { await world.close() })

const names = ALL_OPERATIONS.map(({ name }) => name)

describe('every operation', () => {
  it('declares who may, here; nothing else does', () => {
    expect(Object.keys(EXPECTATIONS).sort()).toEqual([...names].sort())
  })

  it('is served by exactly one handler', () => {
    expect([...handlers.keys()].sort()).toEqual([...names].sort())
  })

  it('asks for a permission there is, with what it takes to decide it', () => {
    for (const { operation, subject } of handlers.values()) {
      const scopes: string[] = Object.values(PERMISSIONS[operation.permission])
      expect(scopes.length).toBeGreaterThan(0)
      if (scopes.some((scope) => scope !== 'all')) expect({ operation: operation.name, subject: typeof subject }).toEqual({ operation: operation.name, subject: 'function' })
    }
  })

  it('is tried as every role', () => {
    const tried = new Set<string>(Object.keys(ACTORS))
    expect(ROLES.filter((role) => role !== 'guest' && !tried.has(role))).toEqual([])
  })
})

// Denied actors come first: whatever they do must leave nothing behind that changes what the others get.
describe.each(names)('%s', (name) => {
  const expectation = EXPECTATIONS[name]
  if (!expectation) return
  const { outcomes, input } = expectation
  const ordered = [...ACTOR_NAMES].sort((a, b) => Number(outcomes[a] === 'ok') - Number(outcomes[b] === 'ok'))
  const operation = ALL_OPERATIONS.find((candidate) => candidate.name === name)!

  it.each(ordered.map((actor) => [actor, outcomes[actor]] as const))('as %s: %s', async (actor, outcome) => {
    const answer = await world.call(name, await input(world, actor), actor)
    expect(answer.ok ? 'ok' : answer.error.code).toBe(outcome)
    if (answer.ok) expect(v.safeParse(operation.output, answer.data).issues).toBeUndefined()
    expect(world.failures).toEqual([])
  })
})

describe('files', () => {
  it('answers another’s file id as one that does not exist, whoever asks to upload under it', async () => {
    await world.call('files.requestUpload', announce('hers'), 'entrepreneur')
    const answer = await world.call('files.requestUpload', announce('hers'), 'otherEnterprise')
    expect(answer.ok ? 'ok' : answer.error.code).toBe('NOT_FOUND')
  })

  it('answers a link to another’s file exactly as a link to none', async () => {
    await world.call('files.requestUpload', announce('secret'), 'entrepreneur')
    expect(await world.call('files.getLink', { fileId: 'secret' }, 'admin')).toEqual(await world.call('files.getLink', { fileId: 'no-such-file' }, 'admin'))
  })

  it('gives a fresh ticket for the same file and a conflict for another under its id', async () => {
    expect((await world.call('files.requestUpload', announce('again'), 'entrepreneur')).ok).toBe(true)
    expect((await world.call('files.requestUpload', announce('again'), 'entrepreneur')).ok).toBe(true)
    const other = await world.call('files.requestUpload', { ...announce('again'), bytes: 13 }, 'entrepreneur')
    expect(other.ok ? 'ok' : other.error.code).toBe('CONFLICT')
  })

  it('refuses a type or size that the purpose does not allow, and says what would do', async () => {
    const wrongType = await world.call('files.requestUpload', { ...announce('x1'), type: 'application/pdf' }, 'entrepreneur')
    expect(wrongType).toMatchObject({ error: { code: 'FILE_TYPE_NOT_ALLOWED', message: '照片只能是 JPG、PNG 文件，请换一个' } })
    const tooBig = await world.call('files.requestUpload', { ...announce('x2'), bytes: 5 * 1024 * 1024 + 1 }, 'entrepreneur')
    expect(tooBig).toMatchObject({ error: { code: 'TOO_LARGE', message: '照片不能超过 5 MB，请压缩后重试' } })
  })

  it('has no link to a file whose bytes never came', async () => {
    await world.call('files.requestUpload', announce('announced-only'), 'entrepreneur')
    expect(await world.call('files.getLink', { fileId: 'announced-only' }, 'entrepreneur')).toMatchObject({ error: { code: 'NOT_FOUND', message: expect.stringContaining('还没有上传完成') } })
  })

  const announce = (fileId: string) => ({ fileId, purpose: 'photo', name: 'a.png', type: 'image/png', bytes: 12 })
})

describe('people', () => {
  it('tells a guest that it is nobody', async () => {
    expect(await world.call('people.whoAmI', {}, 'anonymous')).toEqual({ ok: true, data: { person: null, roles: [{ role: 'guest', reach: null }] } })
  })

  it('tells a person its name, and each role with what it reaches', async () => {
    expect(await world.call('people.whoAmI', {}, 'gridOfficer')).toEqual({
      ok: true, data: { person: { personId: 'demo-grid-1', name: '示例网格员（第一网格）' }, roles: [{ role: 'gridOfficer', reach: '示例第一网格' }] },
    })
  })
})
