import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked { method?: string; url: string; headers?: Record<string, string>; payload?: string | Buffer | object }
export interface Answered {
  statusCode: number
  headers: http.IncomingHttpHeaders
  rawPayload: Buffer
  body: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  json(): any
}

/** One request over a real connection, its address sent as written: no client may tidy `..` away before the server sees it. */
export function ask(server: http.Server, asked: Asked | string): Promise<Answered> {
  const { method = 'GET', url, headers = {}, payload } = typeof asked === 'string' ? { url: asked } as Asked : asked
  const isText = typeof payload === 'string' || Buffer.isBuffer(payload)
  const bytes = payload === undefined ? undefined : Buffer.from(isText ? payload : JSON.stringify(payload))
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const request = http.request({
      host: '127.0.0.1', port, method, path: url, agent: false,
      headers: { ...(bytes && { 'content-length': bytes.length }), ...(bytes && !isText && { 'content-type': 'application/json' }), ...headers },
    }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => {
        const rawPayload = Buffer.concat(chunks)
        const body = rawPayload.toString()
        resolve({ statusCode: response.statusCode!, headers: response.headers, rawPayload, body, json: () => JSON.parse(body) })
      })
    })
    request.on('error', reject).end(bytes)
  })
}
