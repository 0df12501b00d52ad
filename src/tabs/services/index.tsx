import { View } from '@tarojs/components'
import { MODE_LABELS, type Mode } from '@contract/policies/enums'
import { openPolicies } from '@/stores/policy-view'
import { useModeCounts } from '@/stores/catalogue'
import { OfflineNote } from '@/ui/feedback/OfflineNote'
import { Row } from '@/ui/list/Row'
import { Card, Section } from '@/ui/list/Section'
import { Body } from '@/ui/page/Body'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import type { IconName } from '@/ui/icons/Icon'
import css from './index.module.scss'

const MODES: { mode: Mode; icon: IconName; words: string }[] = [
  { mode: 'automatic', icon: 'gift', words: '符合条件就能得到，不用提交申请' },
  { mode: 'selfDeclared', icon: 'calculator', words: '报税或办业务时自己享受，资料留存备查' },
  { mode: 'application', icon: 'form', words: '在申报期内交材料，审核通过后兑现' },
  { mode: 'certification', icon: 'badge', words: '先申请认定，取得资格后享受' },
]

/** 办事: the ways benefits are had, each leading to the items had that way. */
export default function Services() {
  const counts = useModeCounts()
  return (
    <Page>
      <NavBar title='办事' kind='tab' />
      <OfflineNote />
      <Body>
        <View className={css.lead}>政策怎么到手，分四种办法。点开看有哪些。</View>
        <Card>
          {MODES.map(({ mode, icon, words }) => (
            <Row key={mode} icon={icon} strong title={MODE_LABELS[mode]} sub={words} end={counts === null ? null : `${counts[mode]} 项`} onClick={() => openPolicies({ mode: [mode] }, 'newest')} />
          ))}
        </Card>
        <Section title='按时间安排'>
          <Card>
            <Row icon='clock' title='先办快截止的' sub='按截止日期排列' onClick={() => openPolicies({}, 'endingSoon')} />
            <Row icon='history' title='查以前的文件' sub='已失效、已废止和历史文件，只供了解沿革' onClick={() => openPolicies({ validity: ['expired', 'repealed', 'historical'] }, 'newest')} />
          </Card>
        </Section>
      </Body>
    </Page>
  )
}
