import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ErrorCode } from '../contract/errors'

declare module 'fastify' {
  interface FastifyRequest { refusedWith: ErrorCode | null }
}

/** Pino's settings; whatever logs a request logs no more of it than its method and route. */
export const loggerOptions = (level = 'silent') => level !== 'silent' && {
  level,
  serializers: { req: ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions?.url }) },
}

/** One line a request: what, how it ended, how long. No bodies, tokens, query strings, addresses or persons. */
export function addRequestLog(app: FastifyInstance, level = 'silent'): void {
  app.decorateRequest('refusedWith', null)
  if (level !== 'info' && level !== 'debug') return
  app.addHook('onResponse', async (request, reply) => {
    request.log.info({
      method: request.method,
      // The route's pattern, not the address: file ids and page parameters stay out.
      route: request.routeOptions.url ?? 'page',
      operation: operationIn(request.body),
      status: reply.statusCode,
      code: request.refusedWith ?? undefined,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

const operationIn = (body: unknown): string | undefined => {
  const name = (body as { operation?: unknown } | null | undefined)?.operation
  return typeof name === 'string' && /^[A-Za-z]{1,40}\.[A-Za-z]{1,40}$/.test(name) ? name : undefined
}
