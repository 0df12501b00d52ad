import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { FACT_NAMES } from '@contract/matching'
import { FACT_LABELS } from '@contract/policies/enums'
import { go } from '@/lib/navigation'
import { clearProfile, useAnswered, useCheck, useFacts } from '@/stores/check'
import { Button } from '@/ui/form/Button'
import { Row } from '@/ui/list/Row'
import { Card } from '@/ui/list/Section'
import { Body } from '@/ui/page/Body'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import { shownValue } from '../shared/fact-value'
import css from './index.module.scss'

/** Everything filled in of the enterprise, each line correctable; what was derived says so. */
export default function FactsPage() {
  const facts = useFacts()
  const answered = useAnswered()
  const { subject } = useCheck()
  const valueOf = (fact: (typeof FACT_NAMES)[number]): string => {
    const own = shownValue(fact, facts)
    if (own !== null) return own
    return subject.derived.includes(fact) ? `${shownValue(fact, { [fact]: subject.facts[fact] })}（按国家划型标准推算，可改）` : '没有填'
  }
  return (
    <Page>
      <NavBar title='企业情况' kind='page' />
      <Body>
        <View className={css.lead}>{`已填 ${answered} 项，共 ${FACT_NAMES.length} 项。只存在这部手机里，不上传。`}</View>
        <Card>
          {FACT_NAMES.map((fact) => <Row key={fact} title={FACT_LABELS[fact]} sub={valueOf(fact)} onClick={() => go('question', { fact, alone: '1' })} />)}
        </Card>
        {answered > 0 && <View className={css.clear}><Button kind='secondary' onClick={() => void confirmClear()}>全部清空</Button></View>}
      </Body>
    </Page>
  )
}

async function confirmClear(): Promise<void> {
  const { confirm } = await Taro.showModal({ title: '清空企业情况', content: '填过的内容会从这部手机里删除，不能恢复。', confirmText: '清空', confirmColor: '#a32c25' })
  if (confirm) clearProfile()
}
