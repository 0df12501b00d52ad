import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { contentPolicy } from './security'

const YEAR = 'public, max-age=31536000, immutable'

/** The start page as it was built last: its text, what of it the content policy must allow, and the app's page addresses. */
export interface StartPage { html: string; policy: string; addresses: ReadonlySet<string> | null }

/** The H5 pages as built. `startPage` is read anew after each build; null before the first. */
export interface Web { dir: string; startPage(): StartPage | null }

export function openWeb(dir: string): Web {
  const file = path.join(dir, 'index.html')
  let seen = ''
  let page: StartPage | null = null
  return {
    dir,
    startPage() {
      try {
        const { mtimeMs, ino, size } = statSync(file)
        const now = `${mtimeMs} ${ino} ${size}`
        if (now !== seen) [page, seen] = [readStartPage(dir, file), now]
      } catch { /* not built yet, which is told when a page is asked for; or just being swapped: the last one does */ }
      return page
    },
  }
}

function readStartPage(dir: string, file: string): StartPage {
  const html = readFileSync(file, 'utf8')
  // Taro puts one script into the page; a hash allows exactly that one where 'unsafe-inline' would allow any.
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(([, code]) => code!)
  const hashes = inline.map((code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  return { html, policy: contentPolicy(hashes), addresses: readAddresses(path.join(dir, 'pages.json')) }
}

// Written by the build from src/app.config.ts. A build without it: every address is left to the app's own router.
function readAddresses(file: string): ReadonlySet<string> | null {
  try { return new Set(['/', ...(JSON.parse(readFileSync(file, 'utf8')) as string[])]) } catch { return null }
}

/** Serves the start page and the built files, compressed beforehand where the build left `.br` or `.gz` beside them. */
export async function addStaticFiles(app: FastifyInstance, web: Web): Promise<void> {
  app.get('/', (_request, reply) => sendPage(reply, web))
  // The service worker keeps it under this name; nobody is to read it under this name, for the app has no such page.
  app.get('/index.html', (request, reply) => (isNavigation(request) ? sendHome(reply) : sendPage(reply, web)))
  if (!existsSync(web.dir)) return
  await app.register(fastifyStatic, {
    root: web.dir,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders(reply, file) {
      // What is under static/ carries its content's hash in its name; the rest must be asked for anew (sw.js above all).
      reply.setHeader('cache-control', file.startsWith(path.join(web.dir, 'static') + path.sep) ? YEAR : 'no-cache')
    },
  })
}

const NOT_BUILT = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面还没有生成</title><p>页面还没有生成：请在项目目录运行 npm start。</p></html>'

/** Whether a browser asks for a page to show: no file, no call. */
export const isNavigation = ({ method, url, headers }: Pick<FastifyRequest, 'method' | 'url' | 'headers'>): boolean =>
  (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html') &&
  !/^\/(api|session|files|static)\//.test(url) && !/\.(?!html?$)[a-z0-9]+$/i.test(pathOf(url))

/** Answers a navigation: the start page where the app has such a page, else the way to the home page. */
export function answerNavigation(request: FastifyRequest, reply: FastifyReply, web: Web): FastifyReply {
  const addresses = web.startPage()?.addresses
  return addresses && !addresses.has(pathOf(request.url)) ? sendHome(reply) : sendPage(reply, web)
}

const sendHome = (reply: FastifyReply) => reply.header('cache-control', 'no-store').redirect('/', 302)

function sendPage(reply: FastifyReply, web: Web): FastifyReply {
  const page = web.startPage()
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache')
  // With the very page that it fits.
  return page ? reply.header('content-security-policy', page.policy).send(page.html) : reply.status(503).send(NOT_BUILT)
}

const pathOf = (url: string): string => url.split('?')[0]!
