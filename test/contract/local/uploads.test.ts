import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { openServer, type TestServer } from './harness'

let server: TestServer
let token: string
beforeEach(async () => {
  server = await openServer()
  token = await server.signIn('demo-grid-1')
})
afterEach(async () => { await server.close() })

const png = (bytes: number) => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(bytes - 8, 7)])
const PDF = Buffer.from('%PDF-1.7 not a picture')

async function ticketFor(fileId: string, content: Buffer, about: object = {}): Promise<string> {
  const answer = await server.call('files.requestUpload', { fileId, purpose: 'photo', name: '现场 照片.png', type: 'image/png', bytes: content.length, ...about }, token)
  if (!answer.body.ok) throw new Error(answer.body.error.code)
  return answer.body.data.url
}

/** As `wx.uploadFile` sends it: one part named `file`, perhaps form fields. */
function send(url: string, content: Buffer, { field = 'file', parts = 1 } = {}) {
  const part = Buffer.concat([Buffer.from(`--b\r\nContent-Disposition: form-data; name="${field}"; filename="x.png"\r\nContent-Type: application/octet-stream\r\n\r\n`), content, Buffer.from('\r\n')])
  const payload = Buffer.concat([Buffer.from('--b\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n'), ...Array.from({ length: parts }, () => part), Buffer.from('--b--\r\n')])
  return server.inject({ method: 'POST', url, payload, headers: { 'content-type': 'multipart/form-data; boundary=b' } })
}

const stored = () => { const dir = path.join(server.dataDir, 'files'); return existsSync(dir) ? readdirSync(dir) : [] }

describe('an upload is refused', () => {
  it('without a ticket, or with one that is forged, for another file, or made for a session', async () => {
    const url = await ticketFor('mine', png(100))
    for (const bad of ['/files/mine', '/files/mine?ticket=x', url.replace('/files/mine', '/files/other'), `/files/mine?ticket=${token}`]) {
      const answer = await send(bad, png(100))
      expect(answer.statusCode).toBe(403)
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'UPLOAD_TICKET_INVALID' } })
    }
    expect(stored()).toEqual([])
  })

  it('when its ticket has lapsed after ten minutes', async () => {
    const url = await ticketFor('late', png(100))
    server.passTime(10 * 60_000 + 1000)
    expect((await send(url, png(100))).json().error.code).toBe('UPLOAD_TICKET_INVALID')
    expect((await send(await ticketFor('late', png(100)), png(100))).statusCode).toBe(200)
  })

  it('when its content is not what its type says', async () => {
    const answer = await send(await ticketFor('fake', PDF), PDF)
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ error: { code: 'FILE_TYPE_NOT_ALLOWED', message: '文件内容与类型不符，请换一个文件' } })
    expect(stored()).toEqual([])
  })

  it('when it is a text with a picture’s or program’s bytes', async () => {
    for (const content of [png(64), Buffer.from('MZ\u0000\u0001program')]) {
      const url = await ticketFor(`csv-${content.length}`, content, { purpose: 'spreadsheet', type: 'text/csv' })
      expect((await send(url, content)).json().error.code).toBe('FILE_TYPE_NOT_ALLOWED')
    }
  })

  it('when more or fewer bytes come than announced', async () => {
    const url = await ticketFor('size', png(100))
    const more = await send(url, png(101))
    expect([more.statusCode, more.json().error.code]).toEqual([413, 'TOO_LARGE'])
    const fewer = await send(url, png(99))
    expect([fewer.statusCode, fewer.json().error.code]).toEqual([400, 'BAD_INPUT'])
    expect(stored()).toEqual([])
  })

  it('when it is larger than any purpose allows', async () => {
    const answer = await send(await ticketFor('huge', png(100)), png(10 * 1024 * 1024 + 100))
    expect(answer.statusCode).toBe(413)
    expect(stored()).toEqual([])
  })

  it('when there is no file, another field, or no multipart', async () => {
    const url = await ticketFor('shape', png(100))
    expect((await send(url, png(100), { parts: 0 })).json().error.code).toBe('BAD_REQUEST')
    expect((await send(url, png(100), { field: 'photo' })).json().error.code).toBe('BAD_REQUEST')
    const raw = await server.inject({ method: 'POST', url, payload: png(100), headers: { 'content-type': 'image/png' } })
    expect([raw.statusCode, raw.json().error.code]).toEqual([400, 'BAD_REQUEST'])
  })
})

describe('an upload is taken', () => {
  it('and can be read by its owner at a link that lapses', async () => {
    const content = png(200_000)
    const answer = await send(await ticketFor('visit:1.photo', content), content)
    expect(answer.json()).toEqual({ ok: true, data: { fileId: 'visit:1.photo', bytes: content.length } })

    const link = (await server.call('files.getLink', { fileId: 'visit:1.photo' }, token)).body.data
    const read = await server.inject({ method: 'GET', url: link.url, headers: { 'accept-encoding': 'gzip' } })
    expect(read.statusCode).toBe(200)
    expect(read.rawPayload.equals(content)).toBe(true)
    expect(read.headers).toMatchObject({ 'content-type': 'image/png', 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' })
    expect(read.headers['content-security-policy']).toContain('sandbox')

    server.passTime(10 * 60_000 + 1000)
    const late = await server.inject(link.url)
    expect([late.statusCode, late.json().error.message]).toEqual([404, '链接已失效，请返回上一页重新打开文件'])
  })

  it('again with the same bytes, but never with others', async () => {
    const url = await ticketFor('twice', png(100))
    expect((await send(url, png(100))).statusCode).toBe(200)
    expect((await send(url, png(100))).statusCode).toBe(200)
    const other = png(100)
    other[99] = 1
    const answer = await send(url, other)
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, 'CONFLICT'])
    expect(stored()).toHaveLength(1)
  })

  it('once, when the same file comes many times at once with different bytes', async () => {
    const url = await ticketFor('race', png(5000))
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => { const bytes = png(5000); bytes[4999] = n; return send(url, bytes) }))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(7)
    expect(stored()).toHaveLength(1)
  })

  it('and nobody else gets a link to it, nor can an upload ticket read it', async () => {
    const url = await ticketFor('private', png(100))
    await send(url, png(100))
    expect((await server.call('files.getLink', { fileId: 'private' }, await server.signIn('demo-admin'))).body.error.code).toBe('NOT_FOUND')
    expect((await server.inject(url)).statusCode).toBe(404)
  })
})

it('tickets carry no file name: addresses end up in the logs of proxies', async () => {
  const url = await ticketFor('named', png(100), { name: '某某的体检报告.png' })
  const claims = Buffer.from(new URL(url, 'http://x').searchParams.get('ticket')!.split('.')[1]!, 'base64url').toString()
  expect(claims).not.toContain('体检')
})
