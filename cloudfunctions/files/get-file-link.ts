import { AppError } from '../contract/errors'
import { getFileLink as operation } from '../contract/files'
import { implement } from '../kernel/pipeline'
import { files } from './collections'

/** Gives the owner of a file a short-lived address to read it at. */
export const getFileLink = implement(operation, {
  async subject({ fileId }, { store }) {
    const file = await store.in(files).get(fileId)
    return file && { personId: file.ownerId }
  },
  async run({ fileId }, { platform }) {
    const link = await platform.files.linkTo(fileId)
    if (!link) throw new AppError('NOT_FOUND', { userMessage: '文件还没有上传完成，请上传后再查看' })
    return link
  },
})
