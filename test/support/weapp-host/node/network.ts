import http from 'node:http'
import https from 'node:https'
import path from 'node:path'
import type { UserFiles } from './user-files'

export interface WireRequest {
  url: string
  method?: string
  header?: Record<string, string>
  /** Body: text as it goes out, or base64 of bytes. */
  text?: string
  base64?: string
  timeout?: number
}

export interface WireResponse { statusCode: number; header: Record<string, string>; cookies: string[]; base64: string }

/** Failure whose message is what WeChat puts after `request:fail `. */
export class NetworkError extends Error {}

/** Sends one request the way a phone does: no browser, hence no CORS. */
export function send(request: WireRequest, body?: Buffer): Promise<WireResponse> {
  const payload = body ?? (request.base64 !== undefined ? Buffer.from(request.base64, 'base64') : Buffer.from(request.text ?? ''))
  const { protocol } = new URL(request.url)
  const client = protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const outgoing = client.request(request.url, {
      method: request.method ?? 'GET',
      headers: { ...request.header, ...(payload.length ? { 'content-length': String(payload.length) } : {}) },
      timeout: request.timeout ?? 60_000,
    }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', (error) => reject(new NetworkError(error.message)))
      response.on('end', () => resolve({
        statusCode: response.statusCode ?? 0,
        header: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
        cookies: response.headers['set-cookie'] ?? [],
        base64: Buffer.concat(chunks).toString('base64'),
      }))
    })
    outgoing.on('timeout', () => { outgoing.destroy(); reject(new NetworkError('timeout')) })
    outgoing.on('error', (error: NodeJS.ErrnoException) => reject(new NetworkError(wording(error))))
    outgoing.end(payload)
  })
}

/** wx.uploadFile: one file and form fields as multipart/form-data. */
export function upload(request: WireRequest, files: UserFiles, part: { filePath: string; name: string; fields: Record<string, string> }) {
  const content = files.read(part.filePath)
  const boundary = `----weapp${Math.random().toString(16).slice(2)}`
  const chunks: Buffer[] = []
  const push = (text: string) => chunks.push(Buffer.from(text))
  for (const [name, value] of Object.entries(part.fields)) {
    push(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  }
  push(`--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"; filename="${path.basename(part.filePath)}"\r\nContent-Type: ${mediaType(part.filePath)}\r\n\r\n`)
  chunks.push(content)
  push(`\r\n--${boundary}--\r\n`)
  const header = { ...request.header, 'content-type': `multipart/form-data; boundary=${boundary}` }
  return send({ ...request, method: 'POST', header }, Buffer.concat(chunks))
}

/** The media type that goes with a file name. */
export function mediaType(name: string): string {
  const types: Record<string, string> = {
    '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif', '.webp': 'image/webp',
    '.svg': 'image/svg+xml', '.pdf': 'application/pdf', '.json': 'application/json', '.txt': 'text/plain', '.mp4': 'video/mp4',
    '.html': 'text/html', '.js': 'text/javascript', '.ttf': 'font/ttf', '.woff': 'font/woff', '.woff2': 'font/woff2',
  }
  return types[path.extname(name).toLowerCase()] ?? 'application/octet-stream'
}

/** WeChat's words for what Node reports. */
function wording(error: NodeJS.ErrnoException): string {
  if (error.code === 'ECONNREFUSED') return 'errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED'
  if (error.code === 'ENOTFOUND') return 'errcode:-105 cronet_error_code:-105 error_msg:net::ERR_NAME_NOT_RESOLVED'
  return error.message
}
