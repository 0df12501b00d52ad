import { View } from '@tarojs/components'
import { explain, type ClauseState } from '@contract/matching'
import type { Item } from '@contract/policies/schemas'
import { go } from '@/lib/navigation'
import { confirmRequirement, useAnswered, useCheck } from '@/stores/check'
import { Button } from '@/ui/form/Button'
import { Chip } from '@/ui/form/Chip'
import { Card, Section } from '@/ui/list/Section'
import { VerdictTag } from '@/ui/policy/VerdictTag'
import css from './Conditions.module.scss'

// A clause known from elsewhere only: shown, but never as if it had been read.
const NOT_READ = '没有在原文读到，请核对'

/** Who can have it, clause by clause. Once the enterprise's facts are filled in, each clause says whether it holds. */
export function Conditions({ item }: { item: Item }) {
  const answered = useAnswered()
  const count = item.conditions.length + item.otherRequirements.length
  return (
    <Section title={answered > 0 ? '贵企业是否符合' : '申报条件'} count={count === 0 ? undefined : `${count} 条`}>
      <Card>
        {item.audience !== null && <View className={css.audience}>{`适用对象：${item.audience}`}</View>}
        {answered > 0 ? <Checked item={item} /> : <Listed item={item} />}
        {count === 0 && <View className={css.none}>没有读到具体条件，申报前请向发文机关确认。</View>}
      </Card>
      <View className={css.small}>{item.conditionsComplete ? '条件按读到的文件写全。' : '文件还可能有别的条件没有列出，申报前请核对原文。'}</View>
      {answered === 0 && count > 0 && <View className={css.start}><Button kind='secondary' onClick={() => go('check')}>看看贵企业符合哪几条</Button></View>}
    </Section>
  )
}

/** The clauses in words, before anything is known of the enterprise. */
const Listed = ({ item }: { item: Item }) => (
  <>
    {item.conditions.map(({ text, basis }, n) => <View key={n} className={css.clause}>{text}{basis !== null && <View className={css.hint}>{NOT_READ}</View>}</View>)}
    {item.otherRequirements.map(({ text, basis }, n) => <View key={n} className={css.own}>{text}<View className={css.hint}>{basis === null ? '请自行核对' : NOT_READ}</View></View>)}
  </>
)

const MARK: Record<ClauseState, string> = { holds: 'holds', fails: 'fails', unknown: 'own' }

/** The clauses held against what is filled in: what fails first, what is missing with a way to fill it in. */
function Checked({ item }: { item: Item }) {
  const { matches, subject } = useCheck()
  const match = matches.find((each) => each.item.row.itemId === item.id)
  if (!match) return <Listed item={item} />
  const { first, lines, requirements, reasons } = explain(match, subject)
  return (
    <>
      <View className={css.verdict}>
        <View className={css.why}>{first ?? reasons[0]?.text ?? '条件都符合，而且写全了。'}</View>
        {match.verdict && <VerdictTag verdict={match.verdict} />}
      </View>
      {lines.map(({ condition, state, own, missing }, n) => (
        <View key={n} className={css[MARK[state]]}>
          {condition.text}
          {own !== null && <View className={css.hint}>{`贵企业：${own}`}</View>}
          {condition.basis !== null && <View className={css.hint}>{NOT_READ}</View>}
          {missing && <View className={css.fill}><Chip label='填上这一项' onClick={() => go('question', { fact: missing, alone: '1' })} /></View>}
        </View>
      ))}
      {requirements.map(({ text, state, unread }) => (
        <View key={text} className={css[MARK[state]]}>
          {text}
          <View className={css.hint}>{unread ? NOT_READ : '系统里没有这项信息，请自行核对'}</View>
          <View className={css.fill}>
            <Chip label='符合' on={state === 'holds'} onClick={() => confirmRequirement(item.id, text, state === 'holds' ? null : true)} />
            <Chip label='不符合' on={state === 'fails'} onClick={() => confirmRequirement(item.id, text, state === 'fails' ? null : false)} />
          </View>
        </View>
      ))}
    </>
  )
}
