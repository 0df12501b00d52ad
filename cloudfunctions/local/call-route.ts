import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerCall, type Answer, type Handler, type Surroundings } from '../kernel/pipeline'
import { DATA_HEADERS } from './security'
import type { Sessions } from './session'
import { statusOf } from './wire'

/** `POST /api/call`: one operation a request, through the pipeline. */
export function addCallRoute(app: FastifyInstance, handlers: ReadonlyMap<string, Handler>, sessions: Sessions, surroundings: Surroundings): void {
  const onRequest = (_request: FastifyRequest, reply: FastifyReply, next: () => void) => { reply.headers(DATA_HEADERS); next() }
  app.post('/api/call', { helmet: false, onRequest }, async (request, reply) => {
    const identify = () => sessions.callerOf(request.headers.authorization, request.ip)
    const answer = await answerCall(handlers, request.body, identify, surroundings)
    if (answer.code !== null) {
      request.refusedWith = answer.code
      reply.status(statusOf(answer.code))
    }
    return reply.send(bytesOf(answer))
  })
}

// The pipeline gives the same answer again where a domain keeps its lists: then its bytes are made only once too.
const bytes = new WeakMap<Answer, Buffer>()

function bytesOf(answer: Answer): Buffer {
  let made = bytes.get(answer)
  if (!made) bytes.set(answer, (made = Buffer.from(answer.text)))
  return made
}
