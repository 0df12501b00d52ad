import { View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import type { Validity } from '@contract/policies/enums'
import type { Policy } from '@contract/policies/schemas'
import { lapsesOn } from '@contract/policies/validity'
import { showDay } from '@/lib/dates'
import { go } from '@/lib/navigation'
import { Button } from '@/ui/form/Button'
import { Icon } from '@/ui/icons/Icon'
import css from './LapseWarning.module.scss'

/** On what nobody can apply under any more: said first and plainly, with the newer text one tap away. */
export function LapseWarning({ policy, validity, what, endedOn }: { policy: Policy; validity: Validity; what: '文件' | '事项'; /** The item's own last day, where the policy itself still holds. */ endedOn?: string | null }) {
  const successor = publishedSuccessorOf(policy)
  return (
    <View {...a11y('alert')} className={css.warning}>
      <View className={css.head}>
        <Icon name='warning' className={css.icon!} />
        <View className={css.text}>
          <View className={css.title}>{`请勿按本${what}申报`}</View>
          {reasonOf(policy, validity, endedOn)}
        </View>
      </View>
      {successor && <Button onClick={() => go('policy', { policyId: successor.policyId })}>看新文件</Button>}
    </View>
  )
}

// A newer text that is still a draft here is no place to send anyone.
const publishedSuccessorOf = (policy: Policy) => policy.replacedBy.find(({ published }) => published)

function reasonOf(policy: Policy, validity: Validity, endedOn?: string | null): string {
  const successor = publishedSuccessorOf(policy)
  if (validity === 'repealed') return `已于${showDay(policy.repealedOn!)}废止。`
  if (validity === 'historical') return policy.note?.text || '这是历史文件，只作沿革，不是现行政策。'
  if (successor) return successor.from === null ? '已由新文件替代。' : `自${showDay(successor.from)}起，由新文件替代。`
  const end = endedOn ?? lapsesOn(policy)
  return end === null ? '已经失效。' : `已于${showDay(end)}截止。`
}
