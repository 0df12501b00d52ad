import { View } from '@tarojs/components'
import { LEVEL_LABELS, MODE_LABELS, SUPPORT_LABELS } from '@contract/policies/enums'
import type { Item, Policy } from '@contract/policies/schemas'
import { isLapsed, itemValidityOf, needsVerifying } from '@contract/policies/validity'
import { go } from '@/lib/navigation'
import { Banner } from '@/ui/feedback/Banner'
import { Facts } from '@/ui/list/Facts'
import { Row } from '@/ui/list/Row'
import { Card, Section } from '@/ui/list/Section'
import { Validity } from '@/ui/policy/Validity'
import { DetailTitle } from '../shared/DetailTitle'
import { factsOf } from '../shared/facts'
import { LapseWarning } from '../shared/LapseWarning'
import { Source } from '../shared/Source'
import { Conditions } from './Conditions'
import { HowToApply } from './HowToApply'
import { Worth } from './Worth'
import css from './ItemDetail.module.scss'

/** Everything known of one item, the answer first. */
export function ItemDetail({ policy, item, today, onOpenItem }: { policy: Policy; item: Item; today: string; onOpenItem: (itemId: string) => void }) {
  const validity = itemValidityOf(policy, item, today)
  const toVerify = needsVerifying(policy, item)
  const note = item.note ?? policy.note
  return (
    <>
      <DetailTitle title={item.name} kind={`${LEVEL_LABELS[policy.level]} · ${SUPPORT_LABELS[item.supportType]}`} validity={validity} toVerify={toVerify} />
      {isLapsed(validity) && <LapseWarning policy={policy} item={item} validity={validity} today={today} />}
      <Worth policy={policy} item={item} today={today} />
      {note?.kind !== 'notCurrent' && note?.text && <View className={css.note}><Banner tone='wait' icon='info'>{toVerify ? `待核实：${note.text}` : note.text}</Banner></View>}
      <Conditions item={item} />
      <HowToApply item={item} today={today} />
      {policy.items.length > 1 && (
        <Section title='同一文件的事项' count={`${policy.items.length} 项`}>
          <Card>
            {policy.items.map((other) => (
              <Row
                key={other.id} title={other.name} sub={other.id === item.id ? '正在看' : other.amount ?? (other.mode && MODE_LABELS[other.mode])}
                end={other.id === item.id ? null : <Validity validity={itemValidityOf(policy, other, today)} toVerify={false} />}
                {...(other.id !== item.id && { onClick: () => onOpenItem(other.id) })}
              />
            ))}
          </Card>
        </Section>
      )}
      <Section title='文件信息' more='看文件' onMore={() => go('policy', { policyId: policy.id })}>
        <Card><Facts facts={[['文件', policy.title], ...factsOf(policy)]} /></Card>
      </Section>
      <View className={css.source}><Source policy={policy} /></View>
      <View className={css.small}>内容按公开文件整理，结果只作提示，以发文机关和窗口答复为准。</View>
    </>
  )
}
