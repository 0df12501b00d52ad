import { View } from '@tarojs/components'
import { LEVEL_LABELS, SUPPORT_LABELS } from '@contract/policies/enums'
import type { Item, Policy } from '@contract/policies/schemas'
import { isLapsed, itemValidityOf, needsVerifying, validityOf } from '@contract/policies/validity'
import { go } from '@/lib/navigation'
import { Banner } from '@/ui/feedback/Banner'
import { Facts } from '@/ui/list/Facts'
import { Row } from '@/ui/list/Row'
import { Card, Section } from '@/ui/list/Section'
import { isMoney } from '@/ui/policy/amount'
import { Validity } from '@/ui/policy/Validity'
import { DetailTitle } from '../shared/DetailTitle'
import { factsOf } from '../shared/facts'
import { LapseWarning } from '../shared/LapseWarning'
import { Source } from '../shared/Source'
import { Lineage } from './Lineage'
import css from './PolicyDetail.module.scss'

/** A document: whether it holds, what it gives, where it stands among older and newer ones. */
export function PolicyDetail({ policy, today }: { policy: Policy; today: string }) {
  const validity = validityOf(policy, today)
  const lapsed = isLapsed(validity)
  const { note } = policy
  const toVerify = needsVerifying(policy)
  // An item may have ended though its document still holds.
  const hasEnded = (item: Item) => isLapsed(itemValidityOf(policy, item, today))
  const live = policy.items.filter((item) => !hasEnded(item))
  const ended = policy.items.filter(hasEnded)
  return (
    <>
      <DetailTitle title={policy.title} kind={LEVEL_LABELS[policy.level]} validity={validity} toVerify={toVerify} />
      {lapsed && <LapseWarning policy={policy} validity={validity} today={today} />}
      {note?.kind !== 'notCurrent' && note?.text && <View className={css.gap}><Banner tone='wait' icon='info'>{toVerify ? `待核实：${note.text}` : note.text}</Banner></View>}
      {validity === 'unstated' && <View className={css.gap}><Banner tone='info'>没有读到这份文件的失效日期，是否仍在执行请向发文机关确认。</Banner></View>}
      {policy.replaces.length + policy.replacedBy.length > 0 && <Lineage policy={policy} validity={validity} />}
      {live.length > 0 && <Items title='能享受的事项' policy={policy} items={live} today={today} />}
      {ended.length > 0 && <Items title={lapsed ? '当时的事项' : '已不能申报的事项'} policy={policy} items={ended} today={today} />}
      <Section title='文件信息'><Card><Facts facts={factsOf(policy)} /></Card></Section>
      <View className={css.gap}><Source policy={policy} /></View>
    </>
  )
}

/** Items of a document that stand alike; those that have ended say how. */
const Items = ({ title, policy, items, today }: { title: string; policy: Policy; items: readonly Item[]; today: string }) => (
  <Section title={title} count={`${items.length} 项`}>
    <Card>
      {items.map((item) => {
        const validity = itemValidityOf(policy, item, today)
        return (
          <Row
            key={item.id} strong title={item.name} warm={item.amount !== null && isMoney(item.amount) && !isLapsed(validity)}
            sub={item.amount ?? SUPPORT_LABELS[item.supportType]} end={isLapsed(validity) ? <Validity validity={validity} toVerify={false} /> : null}
            onClick={() => go('item', { policyId: policy.id, itemId: item.id })}
          />
        )
      })}
    </Card>
  </Section>
)
