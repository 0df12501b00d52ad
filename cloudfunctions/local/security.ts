import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

// The content policy names no other origin: the pages, their calls and files are all ours. Styles may be inline because
// Taro and its components write style attributes; scripts only by file or hash.
const POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'media-src': ["'self'", 'blob:'],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

/** The content policy of a page with inline scripts of these hashes (`'sha256-…'`). */
export const contentPolicy = (scriptHashes: readonly string[]): string =>
  Object.entries({ ...POLICY, 'script-src': [...POLICY['script-src'], ...scriptHashes] }).map(([name, sources]) => [name, ...sources].join(' ')).join(';')

/** Adds security headers to every answer that does not bring its own. */
export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    // One machine speaks plain http; whoever puts TLS in front sets HSTS there.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
  })
}

/** What an answer that no browser shows as a page needs; the pages' policy would cost every call more than its list. */
export const DATA_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
