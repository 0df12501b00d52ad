import { View } from '@tarojs/components'
import { VALIDITY_LABELS, type Validity as ValidityState } from '@contract/policies/enums'
import css from './Validity.module.scss'

interface Props {
  validity: ValidityState
  /** 待核实: not checked by an editor yet. Said instead of a missing date, beside anything else. */
  toVerify: boolean
  /** A filled tag, for the top of a page; else words with a sign, for a card. */
  tag?: boolean
}

const TONE: Record<ValidityState, string> = {
  current: 'current', expiringSoon: 'soon', notYetInForce: 'later', expired: 'lapsed', repealed: 'lapsed', historical: 'lapsed', unstated: 'unstated',
}

/** The force of a text: sign, word and colour together, never colour alone. */
export const Validity = ({ validity, toVerify, tag = false }: Props) => {
  const shape = tag ? css.tag : css.words
  return (
    <>
      <View className={`${shape} ${css[TONE[validity]]}`}>{VALIDITY_LABELS[validity]}</View>
      {toVerify && <View className={`${shape} ${css.verify}`}>待核实</View>}
    </>
  )
}
