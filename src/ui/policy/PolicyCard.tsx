import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { LEVEL_LABELS, SUPPORT_LABELS } from '@contract/policies/enums'
import type { Verdict } from '@contract/matching'
import type { ItemRow } from '@contract/policies/rows'
import { isLapsed } from '@contract/policies/validity'
import { memo } from 'react'
import { go } from '@/lib/navigation'
import { isMoney, isShort } from './amount'
import { Highlighted, type Segment } from './Highlighted'
import { VerdictTag } from './VerdictTag'
import { Validity } from './Validity'
import css from './PolicyCard.module.scss'

interface Props {
  row: ItemRow
  /** The name and title with search hits marked; plain when absent. */
  nameSegments?: readonly Segment[] | undefined
  titleSegments?: readonly Segment[] | undefined
  /** How the item stands for the reader's enterprise, and in one line why. */
  verdict?: Verdict | undefined
  reason?: string | undefined
  /** Called as the item is being opened. */
  onOpen?: () => void
}

/** An item in a list: what it is, where it is from, what it is worth, whether it holds. At most 14 nodes. */
export const PolicyCard = memo(function PolicyCard({ row, nameSegments, titleSegments, verdict, reason, onOpen }: Props) {
  const short = row.amount !== null && isShort(row.amount)
  const open = () => {
    onOpen?.()
    go('item', { itemId: row.itemId, policyId: row.policyId })
  }
  return (
    <View {...a11y('link')} className={`${css.card} ${isLapsed(row.validity) ? css.lapsed : ''}`} hoverClass='pressed' hoverStayTime={70} onClick={open}>
      <View className={css.head}>
        <View className={css.name}><Highlighted text={row.name} segments={nameSegments} /></View>
        {verdict && <VerdictTag verdict={verdict} />}
      </View>
      <View className={titleSegments ? css.docWhole : css.doc}>
        {row.docNumber !== null && `${row.docNumber} · `}<Highlighted text={row.title} segments={titleSegments} />
      </View>
      {row.amount !== null && !short && <View className={isMoney(row.amount) ? css.sentence : css.plain}>{row.amount}</View>}
      {reason && <View className={css.plain}>{reason}</View>}
      <View className={css.foot}>
        <View className={css.meta}>
          <Text>{`${LEVEL_LABELS[row.level]} · ${SUPPORT_LABELS[row.supportType]}`}</Text>
          <Validity validity={row.validity} toVerify={row.toVerify} />
        </View>
        {short && <Text className={css.amount}>{row.amount}</Text>}
      </View>
    </View>
  )
})
