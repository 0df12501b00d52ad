import { Text, View } from '@tarojs/components'
import type { MatchSummary } from '@contract/matching'
import { FACT_LABELS } from '@contract/policies/enums'
import { showShortDay } from '@/lib/dates'
import { go } from '@/lib/navigation'
import { useToday } from '@/stores/catalogue'
import type { Check } from '@/stores/check'
import { Button } from '@/ui/form/Button'
import { Segmented } from '@/ui/form/Segmented'
import { Row } from '@/ui/list/Row'
import { Card, Section } from '@/ui/list/Section'
import type { Tab } from './tabs'
import css from './CheckHead.module.scss'

/** A questionnaire of this many is about a minute. */
const AT_ONCE = 3

interface Props { check: Check; summary: MatchSummary; answered: number; tab: Tab; onTab: (tab: Tab) => void }

/** The answer first: how many, worth how much; then what to answer next; then the lists. */
export function CheckHead({ check, summary, answered, tab, onTab }: Props) {
  const today = useToday()
  const { counts } = summary
  const eligible = counts.eligible + counts.eligibleConfirmed
  const next = check.questions.slice(0, AT_ONCE)
  const last = next[next.length - 1]
  return (
    <View className={css.head}>
      <Card className={css.summary!}>
        <View className={css.sub}>{answered === 0 ? '还没有填企业情况' : `按已填的 ${answered} 项企业情况 · ${showShortDay(today)}`}</View>
        <View className={css.title}>{titleOf(eligible, summary)}</View>
        <View className={css.figures}>
          <View className={css.figure}><View className={eligible > 0 ? css.ok : css.mute}>{eligible}</View><Text className={css.word}>可享</Text></View>
          <View className={css.figure}><View className={css.wait}>{counts.possible}</View><Text className={css.word}>可能</Text></View>
          <View className={css.figure}><View className={css.mute}>{counts.ineligible}</View><Text className={css.word}>不符</Text></View>
        </View>
      </Card>
      {answered > 0 && last && (
        <View className={css.ask}>
          <View className={css.askTitle}>{last.certain > 0 ? `再回答 ${next.length} 个问题，${last.certain} 条就能定下来` : `再回答 ${next.length} 个问题，${last.decided} 条会更明确`}</View>
          <View className={css.sub}>{`${next.map(({ fact }) => FACT_LABELS[fact]).join('、')}。答案只存在这部手机里，只用于比对条件。`}</View>
          <Button onClick={() => go('question', { fact: next[0]!.fact })}>开始回答</Button>
        </View>
      )}
      {answered === 0 && (
        <Section title='先补这几项，最有用'>
          <Card>
            {check.questions.map(({ fact, touches }) => <Row key={fact} strong title={FACT_LABELS[fact]} end={<Text className={css.touches}>{`关系到 ${touches} 条`}</Text>} onClick={() => go('question', { fact })} />)}
          </Card>
          <View className={css.start}><Button onClick={() => go('question', { fact: check.questions[0]?.fact ?? 'entityType' })}>开始补充</Button></View>
        </Section>
      )}
      {answered > 0 && <View className={css.edit}><Button kind='quiet' small onClick={() => go('facts')}>看或改已填的情况</Button></View>}
      <View className={css.tabs}>
        <Segmented options={{ eligible: `可享 ${eligible}`, possible: `可能 ${counts.possible}`, ineligible: `不符 ${counts.ineligible}` }} value={tab} label='结果' onChange={onTab} />
      </View>
    </View>
  )
}

/** Money is added only where nothing is in doubt. */
function titleOf(eligible: number, { money, confirmedMoney }: MatchSummary): string {
  if (eligible === 0) return '还没有能确定可享的政策'
  const stated = money.stated + confirmedMoney.stated
  return stated === 0 ? `可享 ${eligible} 条` : `可享 ${eligible} 条，其中 ${stated} 条写明金额，合计最高 ${(money.yuan + confirmedMoney.yuan) / 10_000} 万元`
}
