import { ScrollView, Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { useDidHide } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useSheetManners } from './use-sheet-manners'
import { Icon } from '../icons/Icon'
import css from './Sheet.module.scss'

/** A panel from the bottom over the page. Tapping outside closes it; `footer` stays in view below the scrolled part. */
export function Sheet({ title, onClose, children, footer }: { title: string; onClose: () => void; children: ReactNode; footer?: ReactNode }) {
  useSheetManners(onClose)
  // Whoever leaves the page by a tab comes back to the page, not to a sheet.
  useDidHide(onClose)
  return (
    <View className={css.layer} catchMove>
      <View className={css.dim} onClick={onClose} />
      <View {...a11y('dialog', title)} className={css.panel}>
        <View className={css.head}>
          <Text className={css.title}>{title}</Text>
          <View {...a11y('button', '关闭')} className={css.close} onClick={onClose}><Icon name='cross' /></View>
        </View>
        <ScrollView className={css.body} scrollY>{children}</ScrollView>
        {footer && <View className={css.footer}>{footer}</View>}
      </View>
    </View>
  )
}
