import { View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { Validity as ValidityState } from '@contract/policies/enums'
import type { LineageLink, Policy } from '@contract/policies/schemas'
import { showDay } from '@/lib/dates'
import { go } from '@/lib/navigation'
import { Card, Section } from '@/ui/list/Section'
import { Validity } from '@/ui/policy/Validity'
import css from './Lineage.module.scss'

/** Newer texts above, older ones below, this one between them. */
export const Lineage = ({ policy, validity }: { policy: Policy; validity: ValidityState }) => (
  <Section title='文件沿革'>
    <Card className={css.card!}>
      {policy.replacedBy.map((link) => <Neighbour key={link.policyId} link={link} words={link.from === null ? '新文件' : `新文件，${showDay(link.from)}起`} />)}
      <View className={`${css.step} ${css.here}`}>
        <View className={css.title}>{policy.title}</View>
        <View className={css.words}>您正在看这一份</View>
        <Validity validity={validity} toVerify={false} />
      </View>
      {policy.replaces.map((link) => <Neighbour key={link.policyId} link={link} words='旧文件，已被替代' />)}
    </Card>
  </Section>
)

const Neighbour = ({ link, words }: { link: LineageLink; words: string }) => (
  <View className={css.step} hoverClass={link.published ? 'pressed' : 'none'} {...(link.published && { ...a11y('link'), onClick: () => go('policy', { policyId: link.policyId }) })}>
    <View className={css.title}>{link.title}</View>
    <View className={css.words}>{link.published ? words : `${words}，还没有公布`}</View>
  </View>
)
