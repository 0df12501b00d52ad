export interface FileFacts { name: string; type: string; bytes: number }
declare const fetch: (url: string) => Promise<{ blob(): Promise<{ size: number; type: string }> }>

/** What a chosen file is. In a browser its path is a blob: address, which knows size and type but no name. */
export async function describeFile(filePath: string, known: Partial<FileFacts>): Promise<FileFacts> {
  const blob = await (await fetch(filePath)).blob()
  const type = known.type ?? blob.type
  return { name: known.name ?? `file.${type.split('/').pop() ?? ''}`, type, bytes: known.bytes ?? blob.size }
}
