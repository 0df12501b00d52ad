import type { Browser } from 'playwright-core'
import type { Profile } from './node/profile'
import type { CloudHandler } from './node/services'
import type { BootOptions, Device, LaunchOptions, Location, NetworkType, PageMeasure, Problem } from './types'

export interface HostOptions {
  /** Folder of the built mini-program: the one with app.json. */
  dist: string
  /** Automator port; a free one by default. */
  port?: number
  /** The phone to run on; a fresh one by default. */
  profile?: Profile
  /** Answers wx.cloud.callFunction; without it, calling the cloud fails. */
  cloud?: CloudHandler
  network?: NetworkType
  location?: Location
  launch?: LaunchOptions
  /** What the app's clock says at the start; it runs on from there. The real time by default. */
  now?: number
  /** Address built into the app → where it is really answered, such as a test server on a free port. */
  addresses?: Record<string, string>
  update?: BootOptions['update']
  device?: Partial<Device>
  /** Package limits, for the host's own tests. */
  limits?: { package: number; total: number }
  /** A Chromium to share with other hosts; the host starts (and ends) its own by default. */
  browser?: Browser
  /** Called when an automator client asks the tool to end. */
  onClose?: () => void
}

export interface FileOffer { name: string; content: Buffer; width?: number; height?: number }

/** A running mini-program and what a phone's owner can do outside of it. */
export interface Host {
  wsEndpoint: string
  profile: Profile
  /** Milliseconds: compiling, starting Chromium, booting the app, all together. */
  timings: { compile: number; browser: number; boot: number; total: number }
  /** Everything that went wrong so far: uncaught errors, forbidden globals, unimplemented APIs and components. */
  problems: Problem[]
  setNetwork(type: NetworkType): Promise<void>
  setLocation(location: Location): Promise<void>
  /** What the next chooseMedia / chooseImage / chooseMessageFile picks; null: the user cancels. */
  offerFiles(files: FileOffer[] | null): Promise<void>
  /** Sends the app to the background and back. */
  background(): Promise<void>
  foreground(launch?: LaunchOptions): Promise<void>
  /** Kills the app and starts it cold; storage, saved files, consents and downloaded packages stay. */
  relaunch(launch?: LaunchOptions): Promise<void>
  measure(): Promise<PageMeasure>
  /** Texts of the native layer: bar title, toast, dialogs, sheets, pickers. */
  nativeTexts(): Promise<string[]>
  /** Taps something of the native layer by its text (an action sheet's row, a tab, a picker's 确定). */
  tapNative(text: string): Promise<void>
  screenshot(file?: string): Promise<Buffer>
  close(): Promise<void>
}
