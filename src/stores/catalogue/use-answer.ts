import { useCallback, useEffect, useState } from 'react'
import { failureOf, sameFailure, type Failure } from '@/api/failure'

interface Asked<T> { subject: string; data: T | null; failure: Failure | null }

/**
 * Asks for something when it is first needed and again when `revision` changes. What was there stays until the new
 * answer has come, and stays the same object when the answer says the same: nothing flickers, nothing is sent twice to the view.
 * @param ask null while it is not needed
 */
export function useAnswer<T>(subject: string, revision: string, ask: (() => Promise<T>) | null): Omit<Asked<T>, 'subject'> & { retry: () => void } {
  const [asked, setAsked] = useState<Asked<T>>({ subject, data: null, failure: null })
  const [attempt, setAttempt] = useState(0)
  const needed = ask !== null

  useEffect(() => {
    if (ask === null) return undefined
    let overtaken = false
    ask().then(
      (data) => { if (!overtaken) setAsked((before) => withData(before, subject, data)) },
      (thrown: unknown) => { if (!overtaken) setAsked((before) => withFailure(before, subject, failureOf(thrown))) },
    )
    return () => { overtaken = true }
    // `ask` is a new function at each render; what it asks for is named by subject and revision.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [needed, subject, revision, attempt])

  const retry = useCallback(() => {
    setAsked((before) => ({ ...before, failure: null }))
    setAttempt((count) => count + 1)
  }, [])
  const current = asked.subject === subject ? asked : null
  return { data: current?.data ?? null, failure: current?.failure ?? null, retry }
}

function withData<T>(before: Asked<T>, subject: string, data: T): Asked<T> {
  if (before.subject !== subject) return { subject, data, failure: null }
  const kept = before.data !== null && isSameContent(before.data, data) ? before.data : data
  return kept === before.data && before.failure === null ? before : { subject, data: kept, failure: null }
}

const withFailure = <T>(before: Asked<T>, subject: string, failure: Failure): Asked<T> =>
  before.subject === subject && sameFailure(before.failure, failure) ? before
    : { subject, data: before.subject === subject ? before.data : null, failure }

/** For small plain data, as it travels. */
export const isSameContent = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
