import { View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Card } from '@/ui/list/Section'
import css from './answers.module.scss'

/** One of a few. */
export function ChoiceAnswer({ options, value, onChange }: { options: readonly string[]; value: string | null | undefined; onChange: (value: unknown) => void }) {
  const [chosen, setChosen] = useState(value ?? null)
  return (
    <View {...a11y('radiogroup', '可选的答案')} className={css.choices}>
      <Card>
        {options.map((option) => (
          <View {...a11y('radio', undefined, option === chosen)} key={option} className={css.choice} hoverClass='pressed' onClick={() => { setChosen(option); onChange(option) }}>
            <View className={`${css.dot} ${option === chosen ? css.on : ''}`} />
            {option}
          </View>
        ))}
      </Card>
    </View>
  )
}
