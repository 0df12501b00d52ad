import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../contract/errors'
import { FILE_PURPOSES } from '../contract/files'
import type { LocalFiles } from '../platform/local'

const MOST_BYTES = Math.max(...Object.values(FILE_PURPOSES).map(({ maxBytes }) => maxBytes))
const NO_FILE = '请求里没有文件，请重新选择文件'

interface FileRequest { Params: { fileId: string }; Querystring: { ticket?: string } }

/** Where upload tickets and file links lead: `POST` takes a file in (as `wx.uploadFile` sends it), `GET` hands it out. */
export async function addFileRoutes(app: FastifyInstance, files: LocalFiles): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fields: 10, parts: 11, fieldSize: 4096, fileSize: MOST_BYTES } })

    scope.post<FileRequest>('/files/:fileId', { bodyLimit: MOST_BYTES + 64 * 1024 }, async (request) => {
      const { fileId } = request.params
      // Before a byte of the body is read.
      const facts = files.checkUpload(fileId, request.query.ticket ?? '')
      if (!request.isMultipart()) throw new AppError('BAD_REQUEST', { userMessage: NO_FILE })
      const part = await request.file()
      if (part?.fieldname !== 'file') throw new AppError('BAD_REQUEST', { userMessage: NO_FILE })
      await files.receive(fileId, facts, part.file)
      return { ok: true, data: { fileId, bytes: facts.bytes } }
    })

    scope.get<FileRequest>('/files/:fileId', async (request, reply) => {
      const { fileId } = request.params
      const { type, bytes, stream } = await files.open(fileId, request.query.ticket ?? '')
      return reply
        .type(type)
        .header('content-length', bytes)
        // Never shown as a page of ours: saved, or drawn inside one by an <img>.
        .header('content-disposition', 'attachment')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-store')
        .send(stream)
    })
  })
}
