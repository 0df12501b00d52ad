/** What the Node side and the browser side say to each other. Plain data only: no DOM, no Node types here. */

/** The parts of app.json that the host reads. */
export interface AppConfig {
  pages: string[]
  entryPagePath?: string
  subPackages?: SubPackageConfig[]
  subpackages?: SubPackageConfig[]
  preloadRule?: Record<string, { network?: 'all' | 'wifi'; packages: string[] }>
  window?: PageConfig
  tabBar?: TabBarConfig
  usingComponents?: Record<string, string>
  permission?: Record<string, { desc: string }>
  requiredPrivateInfos?: string[]
  networkTimeout?: { request?: number; uploadFile?: number; downloadFile?: number }
  __usePrivacyCheck__?: boolean
}

export interface SubPackageConfig { root: string; name?: string; pages: string[]; independent?: boolean }

export interface TabBarConfig {
  custom?: boolean
  color?: string
  selectedColor?: string
  backgroundColor?: string
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

/** A page's or a component's own .json, merged over `window` for pages. */
export interface PageConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  styleIsolation?: string
  addGlobalClass?: boolean
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'white' | 'black'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
}

/** One package of the mini-program: the main one has the root ''. */
export interface PackageInfo { root: string; name: string; pages: string[]; bytes: number }

/** The compiled mini-program as the browser gets it. */
export interface AppBundle {
  app: AppConfig
  pages: string[]
  packages: PackageInfo[]
  /** File path without extension → content. */
  json: Record<string, PageConfig>
  modules: Record<string, string>
  sheets: Record<string, string>
  /** Style scope of each component whose styles are isolated. */
  styleScopes: Record<string, string>
  /** Tag → camelCase attribute names used on it anywhere in the package. */
  tags: Record<string, string[]>
  /** A JavaScript expression: path → template group. */
  templates: string
}

export interface Device { width: number; height: number; pixelRatio: number; statusBar: number; navBar: number; tabBar: number }

export type NetworkType = 'wifi' | '5g' | '4g' | '3g' | '2g' | 'none'

export interface Location { latitude: number; longitude: number; accuracy?: number; name?: string; address?: string }

/** What survives the end of the app: kept by the host, handed to the next launch. */
export interface DeviceState {
  storage: Record<string, string>
  /** scope.xxx → answer given in the permission dialog. */
  permissions: Record<string, boolean>
  privacyAgreed: boolean
  /** Roots of the subpackages this device already has. */
  downloaded: string[]
}

export interface LaunchOptions { path?: string; query?: Record<string, string>; scene?: number }

/** Everything a launch needs, given to the browser before the app starts. */
export interface BootOptions {
  bundle: AppBundle
  device: Device
  state: DeviceState
  network: NetworkType
  location: Location
  launch: LaunchOptions
  /** Counts launches: ids of pages and elements must not return, automator clients remember them. */
  launchNumber: number
  /** Milliseconds that the app's clock is ahead of the real one. */
  clockOffset: number
  /** Addresses of the app → where the host really goes. */
  addresses: Record<string, string>
  /** What UpdateManager reports: nothing new, a version that is downloaded, or a failed download. */
  update: 'none' | 'ready' | 'failed'
}

/** One setData call as it crosses to the view. */
export interface SetDataCall { bytes: number; at: number }

/** The figures WeChat's audit looks at, for the page on top. */
export interface PageMeasure {
  path: string
  calls: number
  bytes: number
  largest: number
  nodes: number
  depth: number
  children: number
  history: SetDataCall[]
}

/** A picked file as chooseMedia and friends report it. */
export interface OfferedFile { path: string; size: number; name: string; type: 'image' | 'video' | 'file'; width?: number; height?: number }

/** Sent by the browser to automator clients. */
export interface HostEvent { method: string; params: unknown }

/** A mistake the app made that a phone might hide and a test must not: forbidden global, unimplemented API … */
export interface Problem { message: string; stack?: string }
