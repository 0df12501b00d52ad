import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon } from '../icons/Icon'
import css from './Chip.module.scss'

/** A small choice. `opens` marks one that opens a sheet instead of switching. */
export const Chip = ({ label, on = false, opens = false, onClick }: { label: string; on?: boolean; opens?: boolean; onClick: () => void }) => (
  <View {...a11y(opens ? 'button' : 'checkbox', undefined, opens ? undefined : on)} className={`${css.chip} ${on ? css.on : ''}`} hoverClass={css.down!} hoverStayTime={70} onClick={onClick}>
    {label}
    {opens && <Icon name='down' className={css.arrow!} />}
  </View>
)
