import { View } from '@tarojs/components'
import type { Item, Policy } from '@contract/policies/schemas'
import { deadlineOf, isLapsed, itemValidityOf, SOON_DAYS } from '@contract/policies/validity'
import { daysBetween } from '@contract/zone-time'
import { daysLeft, showShortDay } from '@/lib/dates'
import { isMoney } from '@/ui/policy/amount'
import css from './Worth.module.scss'

/** What one gets and how long there is: the two warm facts of an item. */
export function Worth({ policy, item, today }: { policy: Policy; item: Item; today: string }) {
  const lapsed = isLapsed(itemValidityOf(policy, item, today))
  const deadline = deadlineOf(policy, item)
  const days = deadline === null ? null : daysBetween(today, deadline)
  return (
    <View className={`${css.worth} ${lapsed ? css.lapsed : ''}`}>
      <View className={css.what}>
        <View className={css.label}>{lapsed ? '当时能得到' : '能得到什么'}</View>
        {item.amount !== null && <View className={isMoney(item.amount) ? css.amount : css.plain}>{item.amount}</View>}
        {item.benefit !== null && <View className={item.amount === null ? css.benefitAlone : css.benefit}>{item.benefit}</View>}
        {item.amount === null && item.benefit === null && <View className={css.benefitAlone}>文件没有写明具体内容</View>}
      </View>
      {!lapsed && days !== null && (
        <View className={css.time}>
          <View className={css.label}>{days > 0 && days <= SOON_DAYS ? '距截止' : '截止日'}</View>
          {days > 0 && days <= SOON_DAYS && <View className={css.days}>{days}<View className={css.unit}>天</View></View>}
          {days <= 0 && <View className={css.amount}>{daysLeft(deadline!, today)}</View>}
          <View className={css.label}>{showShortDay(deadline!, today)}</View>
        </View>
      )}
    </View>
  )
}
