import { compile, matchItemsOf, nextQuestions, ranked, subjectOf, summaryOf, type Compiled, type ItemMatch, type MatchSummary, type Question, type Subject } from '@contract/matching'
import { useEffect, useMemo, useState } from 'react'
import { catalogue } from '../catalogue/the-catalogue'
import { useCatalogue, useCatalogueSource } from '../catalogue/use-catalogue'
import { profileOf, useConfirmations, useFacts } from './profile'

/** 政策体检 of the own enterprise, on the phone. */
export interface Check {
  /** `noCopy`: the policies are still on their way to the phone. */
  state: 'preparing' | 'noCopy' | 'ready'
  /** Best first, lapsed ones left out. Empty unless ready. */
  matches: readonly ItemMatch[]
  summary: MatchSummary | null
  /** The facts that settle most, best first. */
  questions: readonly Question[]
  subject: Subject
  compiled: Compiled | null
}

/** Made once an edition and day, whichever page asks first. */
let made: { key: string; compiled: Compiled } | null = null

async function compiledFor(key: string, day: string): Promise<Compiled | null> {
  if (made?.key === key) return made.compiled
  const policies = await catalogue.allPolicies()
  if (!policies) return null
  made = { key, compiled: compile(matchItemsOf(policies, day)) }
  return made.compiled
}

/** Matches what is filled in with every policy of the phone's copy; again whenever either changes. */
export function useCheck(): Check {
  const edition = useCatalogue((state) => state.edition)
  const day = useCatalogue((state) => state.day)
  const hasCopy = useCatalogue(({ rows }) => rows !== null)
  const source = useCatalogueSource()
  const key = `${edition} ${day}`
  const [compiled, setCompiled] = useState<Compiled | null>(made?.key === key ? made.compiled : null)
  useEffect(() => {
    if (!hasCopy) return undefined
    let wanted = true
    void compiledFor(key, day).then((next) => { if (wanted && next) setCompiled(next) })
    return () => { wanted = false }
  }, [hasCopy, key, day])

  const facts = useFacts()
  const confirmations = useConfirmations()
  const subject = useMemo(() => subjectOf(profileOf(facts), day, confirmations), [facts, confirmations, day])
  return useMemo(() => {
    if (!compiled) return { state: source === 'none' ? 'noCopy' : 'preparing', matches: [], summary: null, questions: [], subject, compiled }
    const all = compiled.match(subject)
    const matches = ranked(all).filter(({ verdict }) => verdict !== null)
    return { state: 'ready', matches, summary: summaryOf(all), questions: nextQuestions(all, 5), subject, compiled }
  }, [compiled, subject, source])
}
