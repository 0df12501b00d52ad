import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import css from './Segmented.module.scss'

/** Two or three choices side by side, one of them on. */
export const Segmented = <T extends string>({ options, value, label, onChange }: { options: Record<T, string>; value: T; label: string; onChange: (value: T) => void }) => (
  <View {...a11y('radiogroup', label)} className={css.bar}>
    {(Object.keys(options) as T[]).map((option) => (
      <View {...a11y('radio', undefined, option === value)} key={option} className={`${css.choice} ${option === value ? css.on : ''}`} onClick={() => onChange(option)}>
        {options[option]}
      </View>
    ))}
  </View>
)
