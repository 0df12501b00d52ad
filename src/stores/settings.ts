import { create } from 'zustand'
import { keep } from '@/lib/kept'
import { readStored } from '@/lib/storage'

export type TextSize = 'standard' | 'large'

const KEY = 'settings.textSize'
const isTextSize = (value: unknown): value is TextSize => value === 'standard' || value === 'large'

const read = (): TextSize => readStored(KEY, isTextSize) ?? 'standard'

const useSettings = create(() => ({ textSize: read() }))
const kept = keep<TextSize>(KEY, { read, get: () => useSettings.getState().textSize, show: (textSize) => useSettings.setState({ textSize }) })

/** How large one reads. */
export const useTextSize = (): TextSize => useSettings(({ textSize }) => textSize)
export const setTextSize = (textSize: TextSize): void => { kept.put(textSize) }
