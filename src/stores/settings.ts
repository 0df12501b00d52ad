import { create } from 'zustand'
import { keepStored, readStored } from '@/lib/storage'

export type TextSize = 'standard' | 'large'

const KEY = 'settings.textSize'
const isTextSize = (value: unknown): value is TextSize => value === 'standard' || value === 'large'

const useSettings = create(() => ({ textSize: readStored(KEY, isTextSize) ?? ('standard' as TextSize) }))
keepStored(useSettings, KEY, ({ textSize }) => textSize)

/** How large one reads. */
export const useTextSize = (): TextSize => useSettings(({ textSize }) => textSize)
export const setTextSize = (textSize: TextSize): void => useSettings.setState({ textSize })
