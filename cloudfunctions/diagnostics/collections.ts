import type { AnyCollection } from '../store/port'

/** Diagnostics keeps nothing: reports go to the operator through the platform. */
export const collections: AnyCollection[] = []
