import { Input, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon } from '../icons/Icon'
import css from './SearchBox.module.scss'

const HINT = '搜政策、事项、文号，支持拼音'

/** Looks like a search box and leads to the search page. */
export const SearchEntry = ({ onClick, sunken = false }: { onClick: () => void; sunken?: boolean }) => (
  <View {...a11y('button', HINT)} className={`${css.box} ${sunken ? css.sunken : ''}`} hoverClass={css.down!} onClick={onClick}>
    <Icon name='search' />
    {HINT}
  </View>
)

/** The search page's own box. `onInput` gets every keystroke; `onConfirm` the finished word. */
export function SearchInput({ value, onInput, onConfirm }: { value: string; onInput: (text: string) => void; onConfirm: (text: string) => void }) {
  return (
    <View className={`${css.box} ${css.sunken}`}>
      <Icon name='search' />
      <Input
        className={css.input} value={value} placeholder={HINT} placeholderClass={css.hint} type='text' confirmType='search'
        maxlength={64} focus aria-label='搜索政策' nativeProps={{ 'aria-label': '搜索政策' }}
        onInput={({ detail }) => onInput(detail.value)} onConfirm={({ detail }) => onConfirm(detail.value)}
      />
      {value !== '' && <View {...a11y('button', '清空')} className={css.clear} onClick={() => onInput('')}><Icon name='cross' /></View>}
    </View>
  )
}
