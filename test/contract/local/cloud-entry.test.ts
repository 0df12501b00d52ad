import type { Store } from '../../../cloudfunctions/store/port'
import { identities, identityId, persons } from '../../../cloudfunctions/people/collections'
import { openServer, type TestServer } from './harness'

let mockStore: Store
// As the bundler does: the entry serves the one domain it is built for.
jest.mock('virtual:domain', () => ({
  ...jest.requireActual('../../../cloudfunctions/people/operations'), ...jest.requireActual('../../../cloudfunctions/people/collections'),
}), { virtual: true })
jest.mock('../../../cloudfunctions/entries/cloud-bindings', () => ({
  bindCloud: async () => { await new Promise((resolve) => setTimeout(resolve, 20)); return { store: mockStore, platform: {} } },
}))
import { main } from '../../../cloudfunctions/entries/cloud'

let server: TestServer
beforeAll(async () => {
  server = await openServer()
  mockStore = server.store
  for (const name of ['a', 'b', 'c']) {
    const identity = { provider: 'wechat', subject: `openid-${name}` } as const
    await server.store.in(persons).insert({ _id: name, name: `示例${name}`, roles: [] })
    await server.store.in(identities).insert({ _id: identityId(identity), provider: 'wechat', personId: name })
  }
})
afterAll(async () => {
  delete process.env.WX_OPENID
  await server.close()
})

const whoAmI = async (openid: string | undefined) => {
  // WeChat sets the environment of the process for each call, also while others still run.
  if (openid === undefined) delete process.env.WX_OPENID
  else process.env.WX_OPENID = openid
  const answer = await main({ operation: 'people.whoAmI', input: {}, contractVersion: 1 })
  return JSON.parse(answer).data.person?.personId ?? null
}

describe('the cloud entry', () => {
  it('knows each caller though their calls overlap in one process', async () => {
    const callers = ['openid-a', 'openid-b', 'openid-c', undefined, 'openid-a', 'openid-unknown', 'openid-c']
    expect(await Promise.all(callers.map(whoAmI))).toEqual(['a', 'b', 'c', null, 'a', null, 'c'])
  })
})
