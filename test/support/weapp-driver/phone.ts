import type { FileOffer, Host, LaunchOptions, PageMeasure } from '../weapp-host'
import type { MiniProgram } from './find'

/** What a journey does to the phone and not to the app. Each kind of tool has its own way. */
export interface Phone {
  setOffline(offline: boolean): Promise<void>
  offerFiles(files: FileOffer[] | null): Promise<void>
  /** Answers the new connection, if there is one. */
  relaunch(launch?: LaunchOptions): Promise<MiniProgram | undefined>
  measure(): Promise<PageMeasure | null>
  close(): Promise<void>
}

/** The weapp host has a switch for each of these. */
export class HostPhone implements Phone {
  constructor(readonly host: Host) {}
  setOffline(offline: boolean) { return this.host.setNetwork(offline ? 'none' : 'wifi') }
  offerFiles(files: FileOffer[] | null) { return this.host.offerFiles(files) }
  async relaunch(launch?: LaunchOptions) { await this.host.relaunch(launch); return undefined }
  measure() { return this.host.measure() }
  close() { return this.host.close() }
}

const NETWORK_CALLS = ['request', 'uploadFile', 'downloadFile', 'cloud.callFunction']

/**
 * WeChat DevTools has no such switches in its automation: the calls themselves are replaced.
 * Network listeners are not told there, so an app that only listens must be woken by hand.
 */
export class DevToolsPhone implements Phone {
  constructor(private app: MiniProgram, private launch: () => Promise<MiniProgram>) {}

  async setOffline(offline: boolean) {
    for (const call of NETWORK_CALLS) {
      if (offline) await this.app.mockWxMethod(call, 'function () { return Promise.reject({ errMsg: "request:fail errcode:-106 net::ERR_INTERNET_DISCONNECTED" }) }')
      else await this.app.restoreWxMethod(call)
    }
    if (offline) await this.app.mockWxMethod('getNetworkType', { networkType: 'none', errMsg: 'getNetworkType:ok' })
    else await this.app.restoreWxMethod('getNetworkType')
  }

  /** Writes the files into the user's folder and lets every picker answer with them. */
  async offerFiles(files: FileOffer[] | null) {
    const pickers = ['chooseMedia', 'chooseImage', 'chooseMessageFile']
    const list = files?.map(({ name, content }) => ({ name, base64: content.toString('base64'), size: content.length })) ?? null
    for (const picker of pickers) {
      await this.app.mockWxMethod(picker, `function (options, files) {
        if (!files) return Promise.reject({ errMsg: 'chooseMedia:fail cancel' })
        var saved = files.map(function (file) {
          var path = wx.env.USER_DATA_PATH + '/offered-' + file.name
          wx.getFileSystemManager().writeFileSync(path, file.base64, 'base64')
          return { tempFilePath: path, path: path, name: file.name, size: file.size, fileType: 'image', type: 'file' }
        })
        return { tempFiles: saved, tempFilePaths: saved.map(function (file) { return file.path }), type: 'image' }
      }`, list)
    }
  }

  /** Storage belongs to DevTools and stays. */
  async relaunch() {
    await this.app.close()
    return (this.app = await this.launch())
  }

  async measure() { return null }
  async close() { await this.app.close() }
}
