import { Text } from '@tarojs/components'
import css from './Highlighted.module.scss'

/** A stretch of text, marked as a search hit or not. */
export interface Segment { text: string; hit: boolean }

/** Text with its search hits marked by ground, not by colour of the words, so it stays readable. */
export const Highlighted = ({ text, segments }: { text: string; segments?: readonly Segment[] | undefined }) =>
  segments ? <>{segments.map(({ text: part, hit }, n) => (hit ? <Text key={n} className={css.hit}>{part}</Text> : part))}</> : <>{text}</>
