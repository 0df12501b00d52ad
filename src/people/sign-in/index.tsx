import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf } from '@/api/failure'
import { goBack } from '@/lib/navigation'
import { loadDemoPeople, signInDemo, type DemoPerson } from '@/stores/session'
import { Banner } from '@/ui/feedback/Banner'
import { LoadFailed } from '@/ui/feedback/LoadFailed'
import { RowSkeleton } from '@/ui/feedback/Skeleton'
import { Row } from '@/ui/list/Row'
import { Card, Section } from '@/ui/list/Section'
import { Body } from '@/ui/page/Body'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import { byRole } from './by-role'
import css from './index.module.scss'

/** Sign-in of the one-machine way: pick a sample person. It exists only there and says so. */
export default function SignIn() {
  const [people, setPeople] = useState<DemoPerson[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const load = useCallback(() => {
    setProblem(null)
    loadDemoPeople().then(setPeople, (failure: unknown) => setProblem(failureOf(failure).userMessage))
  }, [])
  useEffect(load, [load])
  // A second tap would sign in, and go back, once more. After success it stays set: this page is leaving.
  const busy = useRef(false)
  const signIn = (personId: string) => {
    if (busy.current) return
    busy.current = true
    signInDemo(personId).then(goBack, (failure: unknown) => { busy.current = false; void Taro.showModal({ title: '没有登录上', content: failureOf(failure).userMessage, showCancel: false }) })
  }
  return (
    <Page>
      <NavBar title='选择身份' kind='page' />
      <Body>
        <Banner tone='info'>这是单机演示：选一个示例身份就能登录，不需要密码。正式环境用微信身份登录，没有这一页。</Banner>
        {problem !== null && <View className={css.gap}><LoadFailed message={problem} onRetry={load} /></View>}
        {problem === null && people === null && <View className={css.gap}><RowSkeleton rows={6} /></View>}
        {people && byRole(people).map(({ label, members }) => (
          <Section key={label} title={label} count={members.length > 1 ? `${members.length} 人` : undefined}>
            <Card>
              {members.map(({ personId, name, reach }) => <Row key={personId} title={name} sub={reach} onClick={() => signIn(personId)} />)}
            </Card>
          </Section>
        ))}
      </Body>
    </Page>
  )
}
