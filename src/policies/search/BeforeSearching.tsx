import { View } from '@tarojs/components'
import { clearSearches, useRecentSearches } from '@/stores/recent-searches'
import { Chip } from '@/ui/form/Chip'
import { Section } from '@/ui/list/Section'
import { Body } from '@/ui/page/Body'
import css from './BeforeSearching.module.scss'

// Words that lead somewhere in this catalogue, each a different way of typing.
const EXAMPLES = ['稀土', '高新技术企业', '贷款贴息', '专精特新', '稳岗返还', 'gxjs']

/** Before anything is typed: what was looked for lately, and what can be typed. */
export function BeforeSearching({ onPick }: { onPick: (text: string) => void }) {
  const recent = useRecentSearches()
  return (
    <Body>
      {recent.length > 0 && (
        <Section title='最近搜过' more='清空' onMore={clearSearches}>
          <View className={css.words}>{recent.map((text) => <Chip key={text} label={text} onClick={() => onPick(text)} />)}</View>
        </Section>
      )}
      <Section title='可以这样搜'>
        <View className={css.words}>{EXAMPLES.map((text) => <Chip key={text} label={text} onClick={() => onPick(text)} />)}</View>
        <View className={css.small}>名称、文号、发文机关、支持内容都能搜。支持全拼和首字母，打错一个字也能找到。</View>
      </Section>
    </Body>
  )
}
