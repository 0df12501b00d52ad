import Taro from '@tarojs/taro'
import { AppError } from '@contract/errors'
import { requestUpload, type FilePurpose } from '@contract/files'
import { newId } from '@/lib/ids'
import { openAnswer } from './answer'
import { call } from './call'
import { describeFile, type FileFacts } from './describe-file'
import { addressOf } from './http-transport'
import { networkFailure } from './network-failure'

// A 10 MB file over a weak mobile network: minutes, not the 10 s of a call.
const UPLOAD_TIMEOUT_MS = 120_000

/**
 * Sends a file of the phone: asks for a ticket, then sends the bytes where the ticket says.
 * @param about what is already known of the file; pass the `fileId` again to repeat a failed upload as the same file
 * @returns the file's id, which is what operations take
 */
export async function upload(filePath: string, purpose: FilePurpose, about: Partial<FileFacts> & { fileId?: string } = {}): Promise<string> {
  const { fileId = newId(), ...known } = about
  const facts = await describeFile(filePath, known)
  const ticket = await call(requestUpload, { fileId, purpose, ...facts })
  const answer = await sendBytes(addressOf(ticket.url), filePath, ticket.fields, facts.name)
  if (answer.statusCode >= 200 && answer.statusCode < 300) return fileId
  // Our own server refuses in the words of the contract; a cloud's file store in its own.
  openAnswer(answer.data)
  throw new AppError('INTERNAL')
}

async function sendBytes(url: string, filePath: string, formData: Record<string, string>, fileName: string): Promise<{ statusCode: number; data: unknown }> {
  try {
    return await Taro.uploadFile({ url, filePath, name: 'file', formData, fileName, timeout: UPLOAD_TIMEOUT_MS, withCredentials: false })
  } catch (thrown) {
    throw networkFailure(thrown)
  }
}
