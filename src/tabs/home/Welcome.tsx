import { View } from '@tarojs/components'
import { useSession } from '@/stores/session'
import css from './Welcome.module.scss'

/** Under the name of the service: whose it is, or as whom one is signed in. */
export function Welcome() {
  const reach = useSession(({ roles, activeRole }) => roles.find(({ role }) => role === activeRole)?.reach ?? null)
  return <View className={css.welcome}>{reach ?? '包头稀土高新区企业服务'}</View>
}
