import type { AddressInfo } from 'node:net'
import { WebSocketServer, WebSocket } from 'ws'
import type { HostEvent } from '../types'

/** Answers one automator request, or throws what the client should see. */
export type Answer = (method: string, params: Record<string, unknown>) => Promise<unknown>

export interface AutomatorServer { wsEndpoint: string; broadcast(event: HostEvent): void; close(): Promise<void> }

/**
 * The wire side of WeChat DevTools' automation: `{id, method, params}` in, `{id, result}` or `{id, error:{message}}` out,
 * and events `{method, params}` to every client.
 */
export async function startAutomatorServer(port: number, answer: Answer): Promise<AutomatorServer> {
  const server = new WebSocketServer({ port, host: '127.0.0.1', maxPayload: 512 * 1024 * 1024 })
  await new Promise<void>((resolve, reject) => { server.once('listening', resolve); server.once('error', reject) })
  server.on('connection', (socket) => {
    socket.on('message', (raw) => {
      const { id, method, params } = JSON.parse(String(raw)) as { id: string; method: string; params?: Record<string, unknown> }
      const reply = (body: object) => { if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ id, ...body })) }
      answer(method, params ?? {}).then(
        (result) => reply({ result: result ?? {} }),
        (error: Error) => reply({ error: { message: error.message } }),
      )
    })
  })
  return {
    wsEndpoint: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    broadcast(event) {
      const text = JSON.stringify(event)
      for (const client of server.clients) if (client.readyState === WebSocket.OPEN) client.send(text)
    },
    close: () => new Promise((resolve) => { for (const client of server.clients) client.terminate(); server.close(() => resolve()) }),
  }
}
