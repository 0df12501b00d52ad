// Search on the phone, without a network: the catalogue as a few long strings, looked through by the engine's own
// `indexOf`. Read in this order: types, build (what is searched), find (one word), repair (nothing found), search.
// `catalogue.ts` makes its records from catalogue entries.
export { createIndex, update, type SearchIndex } from './build'
export { highlight, spansOf, type Segment } from './highlight'
export { search } from './search'
export type { Field, Group, Hit, How, SearchItem, SearchOptions, SearchPolicy, SearchResult, Span } from './types'
