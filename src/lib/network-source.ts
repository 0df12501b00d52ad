import Taro from '@tarojs/taro'

/** Tells whether the phone is online, now and at every change. */
export function watchNetwork(tell: (online: boolean) => void): void {
  // The answer to the first question may come after a change that it does not know of.
  let changed = false
  Taro.onNetworkStatusChange(({ isConnected }) => { changed = true; tell(isConnected) })
  Taro.getNetworkType().then(({ networkType }) => { if (!changed) tell(networkType !== 'none') }, () => undefined)
}
