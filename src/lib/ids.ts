const SALT_LENGTH = 12

/**
 * An id made on the phone. Unique, not secret: the time in front keeps ids of one phone apart,
 * the random tail those of different phones (WeChat's logic layer has no synchronous crypto).
 */
export function newId(): string {
  let tail = ''
  while (tail.length < SALT_LENGTH) tail += Math.random().toString(36).slice(2)
  return `${Date.now().toString(36)}-${tail.slice(0, SALT_LENGTH)}`
}
