import Taro from '@tarojs/taro'

export interface FileFacts { name: string; type: string; bytes: number }

/** What a file on the phone is: WeChat gives its size, the ending of its name says the type. */
export async function describeFile(filePath: string, known: Partial<FileFacts>): Promise<FileFacts> {
  const name = known.name ?? filePath.split('/').pop() ?? filePath
  return { name, type: known.type ?? typeOf(name), bytes: known.bytes ?? (await sizeOf(filePath)) }
}

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf', csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const typeOf = (name: string): string => TYPES[name.split('.').pop()!.toLowerCase()] ?? 'application/octet-stream'

const sizeOf = (filePath: string): Promise<number> => new Promise((resolve, reject) => {
  Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject })
})
