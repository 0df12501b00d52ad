import { Text, View } from '@tarojs/components'
import { ROLE_LABELS } from '@contract/roles'
import { go } from '@/lib/navigation'
import { useSession } from '@/stores/session'
import { Banner } from '@/ui/feedback/Banner'
import { Button } from '@/ui/form/Button'
import { Icon } from '@/ui/icons/Icon'
import css from './Who.module.scss'

/** The person signed in, or a guest with a way to sign in. */
export function Who() {
  const { person, activeRole, notice } = useSession((session) => session)
  return (
    <>
      {notice && <View className={css.notice}><Banner tone='wait'>{notice}</Banner></View>}
      <View className={css.who}>
        <View className={css.face}>{person ? person.name.replace(/^示例/, '').slice(0, 1) : <Icon name='person' />}</View>
        <View className={css.text}>
          <Text className={css.name}>{person?.name ?? '您还没有登录'}</Text>
          <Text className={css.sub}>{person ? ROLE_LABELS[activeRole] : '不登录也能查全部已发布的政策'}</Text>
        </View>
        {!person && <Button kind='secondary' small onClick={() => go('signIn')}>登录</Button>}
      </View>
    </>
  )
}
