import type { FilePurpose } from '../contract/files'
import { collection } from '../store/port'

/** A file as its owner announced it. Whether its bytes arrived is the platform's to know: see `files.linkTo`. */
export interface FileRecord { ownerId: string; purpose: FilePurpose; name: string; type: string; bytes: number }
export const files = collection<FileRecord>()('files', { byOwner: ['ownerId'] })

export const collections = [files]
