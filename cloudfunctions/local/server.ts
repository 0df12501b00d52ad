import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import fastify, { LogController, type FastifyInstance, type FastifyReply } from 'fastify'
import { AppError } from '../contract/errors'
import { MAX_BODY_BYTES } from '../contract/operation'
import type { Clock } from '../kernel/clock'
import { describeFailure } from '../kernel/describe-failure'
import type { Handler } from '../kernel/pipeline'
import { createRateLimiter, type RateLimiter } from '../kernel/rate-limit'
import { persons } from '../people/collections'
import type { LocalPlatform } from '../platform/local'
import type { Store } from '../store/port'
import { addCallRoute } from './call-route'
import { addDemoRoutes } from './demo-routes'
import { addFileRoutes } from './file-routes'
import { addRequestLog, loggerOptions } from './request-log'
import { addSecurityHeaders, DATA_HEADERS } from './security'
import { createSessions } from './session'
import { addStaticFiles, answerNavigation, isNavigation, openWeb } from './web'
import { failed, refusalOf, statusOf, wireErrorOf } from './wire'

/** What the server is built from. It opens and closes none of these but itself. */
export interface ServerParts {
  handlers: ReadonlyMap<string, Handler>
  store: Store
  platform: LocalPlatform
  clock: Clock
  secret: string
  demo: boolean
  webDir: string
  trustProxy?: boolean
  logLevel?: string
  rateLimiter?: RateLimiter
}

/** Builds the one-machine server: pages, calls, files, demo sign-in and health, ready to listen or to be injected. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { handlers, store, platform, clock, secret, demo } = parts
  const app = fastify({
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: parts.trustProxy ?? false,
    logger: loggerOptions(parts.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    // Ids and tickets are checked by what they open; Fastify's default of 100 would cut tickets short.
    routerOptions: { maxParamLength: 300 },
    // While closing, calls already on their way are still served; the connection then ends.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    // What the router cannot even read (`/%zz`) meets no hook, so it brings its headers here.
    frameworkErrors: (_failure, _request, reply) => void (reply as FastifyReply).status(400).headers(DATA_HEADERS).send(failed(refusalOf(400))),
  })
  addRequestLog(app, parts.logLevel)
  // Before any route: a route keeps the handler that is set when it is added.
  addErrorAnswers(app)
  const web = openWeb(parts.webDir)
  await addSecurityHeaders(app)
  // gzip only: on the fly, brotli costs more than it saves on a local line. Built files come compressed already.
  await app.register(compress, { encodings: ['gzip'], threshold: 4096 })

  const sessions = createSessions({ store, secret, clock, demo })
  addCallRoute(app, handlers, sessions, {
    store, platform, clock,
    rateLimiter: parts.rateLimiter ?? createRateLimiter(),
    newTraceId: randomUUID,
    onUnknownFailure: (failure, traceId, operation) => app.log.error({ traceId, operation, ...describeFailure(failure) }, 'unknown failure'),
  })
  if (demo) addDemoRoutes(app, store, sessions)
  await addFileRoutes(app, platform.localFiles)
  addHealth(app, store)
  await addStaticFiles(app, web)
  app.setNotFoundHandler((request, reply) =>
    isNavigation(request)
      ? answerNavigation(request, reply, web)
      : reply.status(404).send(failed(refusalOf(404))))
  return app
}

/** `/healthz`: the process is up. `/readyz`: it can also read its store. */
function addHealth(app: FastifyInstance, store: Store): void {
  app.get('/healthz', async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await store.in(persons).get('readiness')
      return { ok: true }
    } catch {
      return reply.status(503).send({ ok: false })
    }
  })
}

/** Whatever goes wrong outside an operation answers in the wire's shape too. */
function addErrorAnswers(app: FastifyInstance): void {
  app.setErrorHandler((failure: Error & { statusCode?: number }, request, reply) => {
    reply.header('cache-control', 'no-store')
    if (failure instanceof AppError) {
      request.refusedWith = failure.code
      return reply.status(statusOf(failure.code)).send(failed(wireErrorOf(failure)))
    }
    if (failure.statusCode !== undefined && failure.statusCode < 500) {
      const error = refusalOf(failure.statusCode)
      request.refusedWith = error.code
      return reply.status(statusOf(error.code)).send(failed(error))
    }
    const traceId = randomUUID()
    request.log.error({ traceId, ...describeFailure(failure) }, 'unknown failure')
    const { code, userMessage } = new AppError('INTERNAL')
    return reply.status(500).send(failed({ code, message: `${userMessage}（${traceId}）`, traceId }))
  })
}
