const listeners = new Set<() => void>()

/** Hears of every call the server answered with success. @returns how to stop */
export function onServerReached(listener: () => void): () => void {
  listeners.add(listener)
  return () => { listeners.delete(listener) }
}

export const tellServerReached = (): void => listeners.forEach((listener) => listener())
