import { create } from 'zustand'
import { watchNetwork } from './network-source'

// Online until told otherwise: a wrong "offline" would keep people from what works.
const useNetwork = create(() => ({ online: true }))
let watching = false

/** Starts listening to the network's state; once. */
export function startNetwork(): void {
  if (watching) return
  watching = true
  watchNetwork((online) => { if (online !== isOnline()) useNetwork.setState({ online }) })
}

export const isOnline = (): boolean => useNetwork.getState().online

/** Whether the phone is online; re-renders when that changes. */
export const useOnline = (): boolean => useNetwork((state) => state.online)

/** Hears of every change. @returns how to stop */
export const onNetworkChange = (listener: (online: boolean) => void): (() => void) =>
  useNetwork.subscribe((now, before) => { if (now.online !== before.online) listener(now.online) })

/** Hears of the network's return. @returns how to stop */
export const onBackOnline = (listener: () => void): (() => void) =>
  onNetworkChange((online) => { if (online) listener() })
