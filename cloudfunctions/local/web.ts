import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const YEAR = 'public, max-age=31536000, immutable'

/** The H5 pages as built: their start page, and what of it the content policy must allow. */
export interface Web { dir: string; page: string | null; scriptHashes: string[] }

/** Reads the start page once, so that the policy always fits the page that is served. */
export function loadWeb(dir: string): Web {
  let page: string | null = null
  try { page = readFileSync(path.join(dir, 'index.html'), 'utf8') } catch { /* not built yet: told when a page is asked for */ }
  // Taro puts one script into the page; a hash allows exactly that one where 'unsafe-inline' would allow any.
  const inline = [...(page ?? '').matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(([, code]) => code!)
  return { dir, page, scriptHashes: inline.map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`) }
}

/** Serves the built files, compressed beforehand where the build left `.br` or `.gz` beside them. */
export async function addStaticFiles(app: FastifyInstance, { dir, page }: Web): Promise<void> {
  app.get('/', (_request, reply) => sendPage(reply, page))
  if (page === null) return
  await app.register(fastifyStatic, {
    root: dir,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders(reply, file) {
      // What is under static/ carries its content's hash in its name; the rest must be asked for anew (sw.js above all).
      reply.setHeader('cache-control', file.startsWith(path.join(dir, 'static') + path.sep) ? YEAR : 'no-cache')
    },
  })
}

const NOT_BUILT = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面还没有生成</title><p>页面还没有生成：请在项目目录运行 npm start。</p></html>'

/** Whether an address is one of the app's pages, which its router shows: no file, no call. */
export const isPageAddress = (method: string, url: string, accept: string | undefined): boolean =>
  (method === 'GET' || method === 'HEAD') && (accept ?? '').includes('text/html') &&
  !/^\/(api|session|files|static)\//.test(url) && !/\.[a-z0-9]+$/i.test(url.split('?')[0]!)

/** Sends the start page, or says that there is none yet. */
export const sendPage = (reply: FastifyReply, page: string | null) =>
  reply.status(page === null ? 503 : 200).type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page ?? NOT_BUILT)
