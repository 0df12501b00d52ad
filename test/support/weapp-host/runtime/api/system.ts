import { boot, bundle, device as screen } from '../bridge'
import { adopt } from '../logic/realm'
import { windowSize } from '../pages/stack'
import { asyncApis, signal } from './define'
import { fromBase64, payload } from './files'

export const SDK_VERSION = '3.8.0'

const windowInfo = () => {
  const safeArea = { left: 0, right: screen.width, top: screen.statusBar, bottom: screen.height, width: screen.width, height: screen.height - screen.statusBar }
  return { pixelRatio: screen.pixelRatio, screenWidth: screen.width, screenHeight: screen.height, statusBarHeight: screen.statusBar, screenTop: screen.height - windowSize().windowHeight, safeArea, ...windowSize() }
}
const deviceInfo = () => ({ abi: '', benchmarkLevel: 30, brand: 'devtools', model: 'iPhone 8', system: 'iOS 15.0', platform: 'devtools', cpuType: 'weapp-host', memorySize: 4096 })
const baseInfo = () => ({ SDKVersion: SDK_VERSION, enableDebug: false, host: { env: 'WeChat' }, language: 'zh_CN', version: '8.0.50', theme: 'light', fontSizeSetting: 16, fontSizeScaleFactor: 1 })
const systemSetting = () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' })
const systemInfo = () => ({ ...deviceInfo(), ...baseInfo(), ...windowInfo(), ...systemSetting() })

/** The options of the launch, and of the last time the app came to the front. */
export const launchOptions = () => adopt({ path: boot.launch.path ?? bundle.app.entryPagePath ?? bundle.pages[0]!, query: boot.launch.query ?? {}, scene: boot.launch.scene ?? 1001, referrerInfo: {}, shareTicket: undefined, apiCategory: 'default' })
export const entered = { options: launchOptions() }

export const appShow = signal('onAppShow')
export const appHide = signal('onAppHide')
export const pageNotFound = signal('onPageNotFound')
const neverFired = ['onThemeChange', 'onWindowResize', 'onMemoryWarning', 'onKeyboardHeightChange', 'onUserCaptureScreen', 'onAudioInterruptionBegin', 'onAudioInterruptionEnd', 'onLazyLoadError', 'onCopyUrl', 'onDeviceOrientationChange']

/** Counts of nothing: the app may report, nobody listens. */
const sink = () => undefined
const logger = () => adopt({ debug: sink, info: sink, log: sink, warn: sink, error: sink, setFilterMsg: sink, addFilterMsg: sink })

/** The phone, the window, the launch. */
export const systemApi = {
  ...Object.assign({}, ...neverFired.map((name) => signal(name).api)),
  ...appShow.api, ...appHide.api, ...pageNotFound.api,
  getSystemInfoSync: () => adopt(systemInfo()),
  getWindowInfo: () => adopt(windowInfo()),
  getDeviceInfo: () => adopt(deviceInfo()),
  getAppBaseInfo: () => adopt(baseInfo()),
  getSystemSetting: () => adopt(systemSetting()),
  getAppAuthorizeSetting: () => adopt({ locationAuthorized: 'authorized', cameraAuthorized: 'authorized', albumAuthorized: 'authorized', notificationAuthorized: 'authorized' }),
  getLaunchOptionsSync: launchOptions,
  getEnterOptionsSync: () => entered.options,
  getSkylineInfoSync: () => adopt({ isSupported: false }),
  arrayBufferToBase64: (buffer: ArrayBuffer) => payload(buffer).base64,
  base64ToArrayBuffer: (text: string) => adopt(fromBase64(text)),
  getLogManager: logger,
  getRealtimeLogManager: logger,
  reportEvent: sink,
  reportMonitor: sink,
  reportAnalytics: sink,
  reportPerformance: sink,
  getPerformance: () => adopt({ now: () => performance.now(), mark: sink, getEntries: () => adopt([]), getEntriesByName: () => adopt([]), getEntriesByType: () => adopt([]), createObserver: () => adopt({ observe: sink, disconnect: sink }) }),
  ...asyncApis({
    getSystemInfo: systemInfo,
    getSystemInfoAsync: systemInfo,
    getBatteryInfo: () => ({ level: 100, isCharging: true }),
    getScreenBrightness: () => ({ value: 0.5 }),
    setKeepScreenOn: sink,
  }),
}
