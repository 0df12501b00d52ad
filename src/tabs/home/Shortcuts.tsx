import { Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { go } from '@/lib/navigation'
import { openPolicies } from '@/stores/policy-view'
import { Icon, type IconName } from '@/ui/icons/Icon'
import css from './Shortcuts.module.scss'

const SHORTCUTS: { label: string; icon: IconName; open: () => void }[] = [
  { label: '政策体检', icon: 'checklist', open: () => go('check') },
  { label: '资金补助', icon: 'gift', open: () => openPolicies({ supportType: ['grant', 'award'] }, 'amount') },
  { label: '税费减免', icon: 'calculator', open: () => openPolicies({ supportType: ['taxRelief', 'feeRelief'] }, 'newest') },
  { label: '我的收藏', icon: 'bookmark', open: () => go('favourites') },
]

/** The ways in that people ask for most. */
export const Shortcuts = () => (
  <View className={css.bar}>
    {SHORTCUTS.map(({ label, icon, open }) => (
      <View {...a11y('link')} key={label} className={css.entry} hoverClass='pressed' hoverStayTime={70} onClick={open}>
        <Icon name={icon} className={css.icon!} />
        <Text className={css.label}>{label}</Text>
      </View>
    ))}
  </View>
)
