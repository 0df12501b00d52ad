import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import { AppError } from '../contract/errors'
import { Id } from '../contract/schema'
import { identities, identityId } from '../people/collections'
import type { Store } from '../store/port'
import { demoPeople } from './demo-people'
import type { Sessions } from './session'

const Choice = v.object({ personId: Id })

/** Sign-in as one of the sample persons, in local mode only; the answers say so. */
export function addDemoRoutes(app: FastifyInstance, store: Store, sessions: Sessions): void {
  app.get('/session/demo', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { ok: true, demo: true, people: await demoPeople(store) }
  })

  app.post('/session/demo', async (request, reply) => {
    const parsed = v.safeParse(Choice, request.body)
    if (!parsed.success) throw new AppError('BAD_INPUT', { userMessage: '请选择一个演示身份' })
    const identity = { provider: 'local', subject: parsed.output.personId } as const
    const link = await store.in(identities).get(identityId(identity))
    // Not NOT_FOUND: a 404 of this address means that there is no demo sign-in at all.
    if (!link) throw new AppError('BAD_INPUT', { userMessage: '没有这个演示身份，请重新选择' })
    reply.header('cache-control', 'no-store')
    return { ok: true, demo: true, ...sessions.begin(identity) }
  })
}
