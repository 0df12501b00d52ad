import { View } from '@tarojs/components'

/** Names of the icons in `icons.scss`. */
export type IconName =
  | 'building' | 'down' | 'right' | 'back' | 'search' | 'check' | 'cross' | 'question' | 'checklist' | 'list' | 'home'
  | 'document' | 'briefcase' | 'person' | 'filter' | 'valid' | 'info' | 'clock' | 'link' | 'bookmark' | 'bookmarked'
  | 'share' | 'lapsed' | 'warning' | 'offline' | 'refresh' | 'text-size' | 'history' | 'gift' | 'form' | 'badge'
  | 'calculator' | 'copy' | 'trash' | 'sign-out' | 'shield' | 'swap'

/** A line icon in the colour of the text around it. Decoration only: say the meaning in words beside it. */
export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) => (
  <View className={`i i-${name} ${className}`} />
)
