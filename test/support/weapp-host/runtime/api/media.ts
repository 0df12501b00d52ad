import { ApiFailure } from '../bridge'
import { device } from '../pages/device-state'
import { asyncApi, asyncApis } from './define'
import { temporaryFile } from './files'
import { requirePrivacy, requireScope } from './permissions'
import { fileUrl } from '../view/files'
import type { OfferedFile } from '../../types'

/** What the user picks: offered by the test beforehand; picking without an offer is a mistake of the test. */
function pick(count: number): OfferedFile[] {
  if (device.offers.length === 0) throw new Error('the app lets the user pick a file, but the test offers none (host.offerFiles)')
  const files = device.offers.shift()!
  if (files === null) throw new ApiFailure('cancel')
  return files.slice(0, count)
}

function loadImage(src: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new ApiFailure(`file not found: ${src}`))
    image.src = fileUrl(src)
  })
}

/** Photos and files. */
export const mediaApi = asyncApis({
  async chooseMedia({ count = 9, mediaType }) {
    await requirePrivacy('chooseMedia')
    const files = pick(Math.min(count, 20))
    const allowed = mediaType ?? ['image', 'video']
    const tempFiles = files.filter((file) => allowed.includes(file.type) || allowed.includes('mix'))
      .map((file) => ({ tempFilePath: file.path, size: file.size, fileType: file.type, width: file.width ?? 0, height: file.height ?? 0 }))
    return { tempFiles, type: tempFiles.every((file) => file.fileType === 'image') ? 'image' : 'mix' }
  },
  async chooseImage({ count = 9 }) {
    await requirePrivacy('chooseImage')
    const files = pick(Math.min(count, 9))
    return { tempFilePaths: files.map((file) => file.path), tempFiles: files.map(({ path, size }) => ({ path, size })) }
  },
  async chooseMessageFile({ count = 100 }) {
    await requirePrivacy('chooseMessageFile')
    const time = Math.floor(Date.now() / 1000)
    return { tempFiles: pick(count).map(({ path, size, name, type }) => ({ path, size, name, type, time })) }
  },
  previewImage: ({ urls }) => { if (!Array.isArray(urls) || urls.length === 0) throw new ApiFailure('parameter error: urls should not be empty') },
  previewMedia: () => undefined,
  async saveImageToPhotosAlbum({ filePath }) {
    await requirePrivacy('saveImageToPhotosAlbum')
    await requireScope('scope.writePhotosAlbum')
    await loadImage(filePath)
  },
  async getImageInfo({ src }) {
    const image = await loadImage(src)
    return { width: image.naturalWidth, height: image.naturalHeight, path: src, orientation: 'up', type: /\.(\w+)$/.exec(src)?.[1] ?? 'unknown' }
  },
  async compressImage({ src, quality = 80, compressedWidth }) {
    const image = await loadImage(src)
    const canvas = document.createElement('canvas')
    canvas.width = compressedWidth ?? image.naturalWidth
    canvas.height = Math.round((canvas.width * image.naturalHeight) / image.naturalWidth)
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    return { tempFilePath: temporaryFile(canvas.toDataURL('image/jpeg', quality / 100).split(',')[1]!, '.jpg') }
  },
})

/** A canvas node as the app got it from a selector query, written to a file. */
export const canvasToTempFilePath = asyncApi('canvasToTempFilePath', ({ canvas, fileType = 'png' }) => {
  const dom = (canvas as { __dom?: HTMLCanvasElement } | undefined)?.__dom
  if (!dom) throw new ApiFailure('create bitmap failed: only type="2d" canvas nodes are implemented by the weapp host')
  return { tempFilePath: temporaryFile(dom.toDataURL(fileType === 'jpg' ? 'image/jpeg' : 'image/png').split(',')[1]!, `.${fileType}`) }
})
