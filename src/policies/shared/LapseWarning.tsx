import { View } from '@tarojs/components'
import type { Validity } from '@contract/policies/enums'
import type { Item, Policy } from '@contract/policies/schemas'
import { deadlineOf, isLapsed, validityOf } from '@contract/policies/validity'
import { showDay } from '@/lib/dates'
import { go } from '@/lib/navigation'
import { a11y } from '@/ui/a11y'
import { Button } from '@/ui/form/Button'
import { Icon } from '@/ui/icons/Icon'
import css from './LapseWarning.module.scss'

interface Props {
  policy: Policy
  /** The item the page is about; absent on the document's own page. */
  item?: Item
  validity: Validity
  today: string
}

/** On what nobody can apply under any more: said first and plainly, with the newer text one tap away. */
export function LapseWarning({ policy, item, validity, today }: Props) {
  const successor = publishedSuccessorOf(policy)
  return (
    <View {...a11y('alert')} className={css.warning}>
      <View className={css.head}>
        <Icon name='warning' className={css.icon!} />
        <View className={css.text}>
          <View className={css.title}>{`请勿按本${item ? '事项' : '文件'}申报`}</View>
          {reasonOf(policy, item, validity, today)}
        </View>
      </View>
      {successor && <Button onClick={() => go('policy', { policyId: successor.policyId })}>看新文件</Button>}
    </View>
  )
}

// A newer text that is still a draft here is no place to send anyone.
const publishedSuccessorOf = (policy: Policy) => policy.replacedBy.find(({ published }) => published)

/** Why, the item's own reason before its document's. */
function reasonOf(policy: Policy, item: Item | undefined, validity: Validity, today: string): string {
  if (validity === 'repealed') return `已于${showDay(policy.repealedOn!)}废止。`
  if (validity === 'historical') {
    const note = [item?.note, policy.note].find((each) => each?.kind === 'notCurrent')
    return note?.text || '这是历史文件，只作沿革，不是现行政策。'
  }
  const successor = publishedSuccessorOf(policy)
  // A document that still holds was not replaced: then it is the item's own window that has closed.
  if (successor && isLapsed(validityOf(policy, today))) return successor.from === null ? '已由新文件替代。' : `自${showDay(successor.from)}起，由新文件替代。`
  const end = deadlineOf(policy, { applyUntil: item?.applyUntil ?? null })
  return end === null ? '已经失效。' : `已于${showDay(end)}截止。`
}
