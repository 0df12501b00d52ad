import type { Handler } from '../kernel/pipeline'
import { getFileLink } from './get-file-link'
import { requestUpload } from './request-upload'

/** What the files domain offers. */
export const handlers: Handler[] = [requestUpload, getFileLink]
