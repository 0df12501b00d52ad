import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describeFailure, fileServices, mediaType } from './services'
import type { Profile } from './profile'

const PAGE = `<!doctype html><html><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
<script src="/boot.js"></script></head><body><script src="/runtime.js"></script></body></html>`

export interface WebServer { origin: string; close(): Promise<void> }

/**
 * Serves the browser: the view's page, the runtime, the boot data, files of the package (/package/…) and of the
 * user (/file?path=…), and the synchronous file calls (POST /files).
 */
export async function startWebServer(options: { dist: string; profile: Profile; runtime: string; boot: () => string }): Promise<WebServer> {
  const services = fileServices(options.profile)
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host')
    const answer = (type: string, body: string | Buffer, status = 200) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
      response.end(body)
    }
    if (url.pathname === '/') return answer('text/html', PAGE)
    if (url.pathname === '/boot.js') return answer('text/javascript', options.boot())
    if (url.pathname === '/runtime.js') return answer('text/javascript', options.runtime)
    if (url.pathname === '/files') return void readBody(request).then((body) => answer('application/json', callFiles(services, body)))
    const content = url.pathname === '/file'
      ? readUserFile(options.profile, url.searchParams.get('path') ?? '')
      : readPackageFile(options.dist, decodeURIComponent(url.pathname.replace(/^\/package\//, '')))
    const name = url.searchParams.get('path') ?? url.pathname
    return content ? answer(mediaType(name), content) : answer('text/plain', `no such file: ${name}`, 404)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections() }),
  }
}

/** A file of the code package, never one outside it. */
export function readPackageFile(dist: string, name: string): Buffer | null {
  const file = path.resolve(dist, name)
  if (!file.startsWith(path.resolve(dist) + path.sep) || !fs.existsSync(file) || !fs.statSync(file).isFile()) return null
  return fs.readFileSync(file)
}

function readUserFile(profile: Profile, name: string): Buffer | null {
  try { return profile.files.read(name) } catch { return null }
}

function callFiles(services: ReturnType<typeof fileServices>, body: string): string {
  const { name, args } = JSON.parse(body) as { name: string; args: unknown }
  try { return JSON.stringify({ value: services[name]!(args) ?? null }) } catch (error) { return JSON.stringify({ error: describeFailure(error) }) }
}

async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
