import { Button as NativeButton, Text, View } from '@tarojs/components'
import { a11y } from '@/ui/a11y'
import Taro from '@tarojs/taro'
import type { Item, Policy } from '@contract/policies/schemas'
import { copyLink } from '@/lib/share'
import { toggleFavourite, useIsFavourite, type Toggled } from '@/stores/favourites'
import { Button } from '@/ui/form/Button'
import { Icon } from '@/ui/icons/Icon'
import { ActionBar } from '@/ui/page/ActionBar'
import css from './ItemActions.module.scss'

const SAID: Record<Toggled, string> = {
  kept: '已收藏，在“我的收藏”里', removed: '已取消收藏', noRoom: '手机空间不足，没有收藏上', full: '收藏已满，请先移出几项',
}

/** Keep it, pass it on. In WeChat passing on opens the chat list; in a browser the link is copied. */
export function ItemActions({ policy, item }: { policy: Policy; item: Item }) {
  const kept = useIsFavourite(item.id)
  const keep = () => {
    const done = toggleFavourite({ itemId: item.id, policyId: policy.id, name: item.name, title: policy.title })
    void Taro.showToast({ title: SAID[done], icon: 'none' })
  }
  const copy = () => void copyLink({ policyId: policy.id, itemId: item.id, name: item.name, docNumber: policy.docNumber })
  return (
    <ActionBar>
      {process.env.TARO_ENV === 'weapp' && <NativeButton className={css.share} openType='share'><Icon name='share' /><Text className={css.label}>转发</Text></NativeButton>}
      <View {...a11y('button')} className={css.share} hoverClass='pressed' onClick={copy}><Icon name='copy' /><Text className={css.label}>复制链接</Text></View>
      <Button wide kind={kept ? 'soft' : 'primary'} onClick={keep}><Icon name={kept ? 'bookmarked' : 'bookmark'} />{kept ? '已收藏' : '收藏这项政策'}</Button>
    </ActionBar>
  )
}
