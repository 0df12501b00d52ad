import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import { offeredFor } from '@contract/matching'
import { FACT_LABELS, type Fact } from '@contract/policies/enums'
import { FACTS, type FactKind } from '@contract/policies/facts'
import { goBack, useParams } from '@/lib/navigation'
import { setFact, useCheck, useFacts, type Check } from '@/stores/check'
import { Button } from '@/ui/form/Button'
import { Card } from '@/ui/list/Section'
import { ActionBar } from '@/ui/page/ActionBar'
import { Body } from '@/ui/page/Body'
import { NavBar } from '@/ui/page/NavBar'
import { Page } from '@/ui/page/Page'
import { QUESTIONS } from '../shared/fact-words'
import { ChoiceAnswer } from './ChoiceAnswer'
import { NumberAnswer } from './NumberAnswer'
import { TagsAnswer } from './TagsAnswer'
import css from './index.module.scss'

const isFact = (text: string | undefined): text is Fact => Object.keys(FACTS).includes(text ?? '')

/** One question at a time: why it is asked, what it settles, and the next one when it is answered. */
export default function QuestionPage() {
  const { fact: given, alone } = useParams('question')
  const check = useCheck()
  const facts = useFacts()
  const [asked, setAsked] = useState<Fact[]>([isFact(given) ? given : 'entityType'])
  const fact = asked[asked.length - 1]!
  const [problem, setProblem] = useState<string | null>(null)
  // What stands in the fields; undefined is an untouched field.
  const draft = useRef<unknown>(undefined)

  const answer = (value: unknown): boolean => {
    const wrong = setFact(fact, value)
    setProblem(wrong)
    return wrong === null
  }
  const kind: FactKind = FACTS[fact]
  const save = () => {
    if (draft.current !== undefined) return answer(draft.current)
    // A list that was looked at and left alone means: none of these.
    if (kind.kind === 'tags' && (facts[fact] === null || facts[fact] === undefined)) return answer([])
    return true
  }
  const next = () => {
    if (!save()) return
    move(nextOf(check, asked, fact))
  }
  const move = (to: Fact | null) => {
    draft.current = undefined
    setProblem(null)
    if (to === null || alone !== undefined) { goBack(); return }
    setAsked([...asked, to])
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const change = (value: unknown) => { draft.current = value; setProblem(null) }

  return (
    <Page bar>
      <NavBar title='政策体检' kind='page' />
      <Body key={fact}>
        <View className={css.label}>{`${FACT_LABELS[fact]}${asked.length > 1 ? ` · 第 ${asked.length} 题` : ''}`}</View>
        <View className={css.ask}>{QUESTIONS[fact].ask}</View>
        <View className={css.hint}>{QUESTIONS[fact].hint}</View>
        {kind.kind === 'number' && <NumberAnswer unit={kind.unit} label={FACT_LABELS[fact]} value={facts[fact] as number | null | undefined} problem={problem} onChange={change} />}
        {kind.kind === 'choice' && <ChoiceAnswer options={kind.options} value={facts[fact] as string | null | undefined} onChange={change} />}
        {kind.kind === 'tags' && <TagsAnswer fact={fact} facts={facts} offered={check.compiled ? offeredFor(fact, check.compiled.items) : []} onChange={change} />}
        <Settles check={check} fact={fact} />
      </Body>
      <ActionBar>
        <Button kind='quiet' onClick={() => move(nextOf(check, asked, fact))}>不清楚，先跳过</Button>
        <Button wide onClick={next}>{alone === undefined ? '下一题' : '存好'}</Button>
      </ActionBar>
    </Page>
  )
}

/** The best question that has not been put yet. */
const nextOf = (check: Check, asked: readonly Fact[], current: Fact): Fact | null =>
  check.questions.find(({ fact }) => fact !== current && !asked.includes(fact))?.fact ?? null

/** What the answer decides, by name. */
function Settles({ check, fact }: { check: Check; fact: Fact }) {
  const touched = check.matches.filter(({ missing }) => missing.includes(fact))
  if (touched.length === 0) return null
  const names = touched.slice(0, 3).map(({ item }) => item.row.name).join('、')
  return (
    <View className={css.settles}>
      <Card className={css.card!}>
        <View className={css.title}>{`这一项关系到 ${touched.length} 条政策`}</View>
        <View className={css.hint}>{touched.length > 3 ? `${names}等` : names}</View>
      </Card>
    </View>
  )
}
