import { Input, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '@/ui/a11y'
import { Icon } from '@/ui/icons/Icon'
import css from './answers.module.scss'

/** A number with its unit. What is typed stays as typed; what is wrong with it is said above the field. */
export function NumberAnswer({ unit, label, value, problem, onChange }: { unit: string; label: string; value: number | null | undefined; problem: string | null; onChange: (value: unknown) => void }) {
  const [text, setText] = useState(value === null || value === undefined ? '' : String(value))
  const type = (typed: string) => {
    setText(typed)
    const plain = typed.trim().replace('，', '').replace(',', '')
    onChange(plain === '' ? null : Number(plain))
  }
  return (
    <View className={css.number}>
      {problem !== null && <View {...a11y('alert')} className={css.problem}><Icon name='warning' />{problem}</View>}
      <View className={`${css.field} ${problem !== null ? css.wrong : ''}`}>
        <Input className={css.input} type='digit' value={text} placeholder='填一个数' placeholderClass={css.faint} maxlength={14} aria-label={label} nativeProps={{ 'aria-label': label }} onInput={({ detail }) => type(detail.value)} />
        <Text>{unit}</Text>
      </View>
    </View>
  )
}
