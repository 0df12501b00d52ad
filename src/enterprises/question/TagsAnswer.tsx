import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ProfileInput } from '@contract/matching'
import type { Fact } from '@contract/policies/enums'
import { Chip } from '@/ui/form/Chip'
import { chosenTags } from '../shared/fact-value'
import css from './answers.module.scss'

/** Letters of 国民经济行业分类 that stand among the industry tags, with their names. */
const SECTORS: Readonly<Record<string, string>> = {
  A: 'A 农、林、牧、渔业', B: 'B 采矿业', C: 'C 制造业', D: 'D 电力、热力、燃气及水', E: 'E 建筑业', F: 'F 批发和零售业', G: 'G 交通运输、仓储和邮政业',
  H: 'H 住宿和餐饮业', I: 'I 信息传输、软件和信息技术', J: 'J 金融业', K: 'K 房地产业', L: 'L 租赁和商务服务业', M: 'M 科学研究和技术服务业',
  N: 'N 水利、环境和公共设施', O: 'O 居民服务、修理和其他服务业', P: 'P 教育', Q: 'Q 卫生和社会工作', R: 'R 文化、体育和娱乐业',
}

/** Several of many, those that most policies ask for first. */
export function TagsAnswer({ fact, facts, offered, onChange }: { fact: Fact; facts: ProfileInput; offered: readonly string[]; onChange: (value: unknown) => void }) {
  const [chosen, setChosen] = useState(() => chosenTags(fact, facts))
  const toggle = (tag: string) => {
    const next = chosen.includes(tag) ? chosen.filter((each) => each !== tag) : [...chosen, tag]
    setChosen(next)
    onChange(next)
  }
  // What was chosen before stays in view, also when no policy asks for it any more.
  const tags = [...new Set([...offered, ...chosen])]
  return (
    <View className={css.tags}>
      {tags.map((tag) => <Chip key={tag} label={SECTORS[tag] ?? tag} on={chosen.includes(tag)} onClick={() => toggle(tag)} />)}
    </View>
  )
}
