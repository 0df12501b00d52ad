import { View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import { ROLE_LABELS } from '@contract/roles'
import { switchRole, useSession } from '@/stores/session'
import { Card, Section } from '@/ui/list/Section'
import css from './RoleSwitch.module.scss'

/** Which of several roles one acts in. Nothing to choose, nothing shown. */
export function RoleSwitch() {
  const { roles, activeRole } = useSession((session) => session)
  if (roles.length < 2) return null
  return (
    <Section title='以哪个身份使用'>
      <Card>
        {roles.map(({ role, reach }) => (
          <View {...a11y('radio', undefined, role === activeRole)} key={role} className={css.row} hoverClass='pressed' onClick={() => switchRole(role)}>
            <View className={`${css.dot} ${role === activeRole ? css.on : ''}`} />
            <View>
              <View className={role === activeRole ? css.strong : ''}>{ROLE_LABELS[role]}</View>
              {reach && <View className={css.reach}>{reach}</View>}
            </View>
          </View>
        ))}
      </Card>
    </Section>
  )
}
