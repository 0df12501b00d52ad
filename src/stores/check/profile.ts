import * as v from 'valibot'
import { Profile, type Confirmations, type ProfileInput } from '@contract/matching'
import type { Fact } from '@contract/policies/enums'
import { create } from 'zustand'
import { keep } from '@/lib/kept'
import { isRecord, readStored } from '@/lib/storage'

const KEY = 'check.profile'

/** What the reader has filled in of the own enterprise. It stays on this phone. */
interface Answers { facts: ProfileInput; confirmations: Confirmations }

const useAnswers = create<Answers>(() => restored())
const kept = keep<Answers>(KEY, { read: restored, get: () => useAnswers.getState(), show: (answers) => useAnswers.setState(answers) })

/** A fact that no longer fits the vocabulary is dropped, the others stay. */
function restored(): Answers {
  const stored = readStored(KEY, isRecord)
  const facts = isRecord(stored?.facts) ? stored.facts : {}
  const kept = Object.entries(facts).filter(([fact, value]) => v.safeParse(Profile, { [fact]: value }).success)
  return { facts: Object.fromEntries(kept), confirmations: isRecord(stored?.confirmations) ? (stored.confirmations as Confirmations) : {} }
}

/** The checked profile; what is not filled in is null. */
export const profileOf = (facts: ProfileInput): Profile => v.parse(Profile, facts)

export const useFacts = (): ProfileInput => useAnswers(({ facts }) => facts)
export const useConfirmations = (): Confirmations => useAnswers(({ confirmations }) => confirmations)

/** How many facts are filled in. */
export const useAnswered = (): number => useAnswers(({ facts }) => Object.values(facts).filter((value) => value !== null && value !== undefined).length)

/** Fills a fact in, or with null takes it back. @returns what is wrong with the value, in Chinese; null when it was taken */
export function setFact(fact: Fact, value: unknown): string | null {
  const parsed = v.safeParse(Profile, { [fact]: value })
  if (!parsed.success) return parsed.issues[0].message
  const { facts, confirmations } = kept.latest()
  kept.put({ facts: { ...facts, [fact]: value } as ProfileInput, confirmations })
  return null
}

/** Answers one of an item's other requirements; null takes the answer back. */
export function confirmRequirement(itemId: string, text: string, answer: boolean | null): void {
  const { facts, confirmations } = kept.latest()
  const { [text]: _, ...others } = confirmations[itemId] ?? {}
  kept.put({ facts, confirmations: { ...confirmations, [itemId]: answer === null ? others : { ...others, [text]: answer } } })
}

/** Forgets everything filled in. */
export const clearProfile = (): void => { kept.put({ facts: {}, confirmations: {} }) }
