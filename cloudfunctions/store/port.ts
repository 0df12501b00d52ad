/**
 * The store port: what every adapter offers and all that domains may use. Narrow on purpose.
 * A list is a page over a declared index; there are no free queries, so nothing is slow by accident.
 */

/** What the store adds to every document. Instants are ISO 8601 in UTC. */
export interface Stamps { version: number; createdAt: string; updatedAt: string }
export type Stored<Body> = Body & { _id: string } & Stamps
export type NewDoc<Body> = Body & { _id: string }

export type Scalar = string | number | boolean | null
type ScalarKey<Body> = { [K in keyof Body & string]: Body[K] extends Scalar ? K : never }[keyof Body & string]

/** A collection with its body type and its indexes: name → fields, most significant first. Scalars at top level only. */
export interface Collection<Body, Indexes extends Record<string, readonly string[]> = Record<string, readonly string[]>> {
  readonly name: string
  readonly indexes: Indexes
  /** Only in the type: the shape of a document without `_id` and stamps. */
  readonly body?: Body
}

/** Declares a collection: `collection<Policy>()('policies', { bySeq: ['seq'] })`. */
export const collection = <Body>() => <const Indexes extends Record<string, readonly ScalarKey<Body>[]>>(
  name: string, indexes: Indexes,
): Collection<Body, Indexes> => ({ name, indexes })

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any collection, whatever its body
export type AnyCollection = Collection<any, any>
export type BodyOf<C> = C extends Collection<infer Body, infer _I> ? Body : never
export type IndexOf<C> = C extends Collection<infer _B, infer Indexes> ? keyof Indexes & string : never
type FieldsOf<C, I> = C extends Collection<infer _B, infer Indexes> ? (I extends keyof Indexes ? Indexes[I][number & keyof Indexes[I]] : never) : never

/**
 * Bounds on the first index field that `equals` leaves free. A bound with a value leaves out documents with null there;
 * null as a bound is the lowest value, so `{ gt: null }` is "has a value". An undefined bound is none.
 */
export interface Range { gt?: Scalar; gte?: Scalar; lt?: Scalar; lte?: Scalar }

export interface PageRequest<C, I extends IndexOf<C>> {
  /** Fixed values of a prefix of the index's fields. A field present but undefined is refused: it would widen the list unseen. */
  equals?: Partial<Pick<BodyOf<C>, FieldsOf<C, I> & keyof BodyOf<C>>>
  range?: Range
  /** By the index's fields, then by `_id`. Default `asc`. Nulls sort before everything in `asc`; text sorts by code point. */
  order?: 'asc' | 'desc'
  /** Where the last page ended, as that page said. Documents inserted meanwhile neither repeat nor hide others. */
  cursor?: string
  /** At most this many documents; 1 to 1000. */
  limit: number
}

export interface Page<Body> { docs: Stored<Body>[]; /** Absent on the last page. */ cursor?: string }

/**
 * What may be done on known ids, inside a transaction or outside. Documents are kept as JSON (undefined is dropped) and
 * answered as fresh copies. AppError BAD_INPUT on an empty id and on text with U+0000 or half a surrogate pair,
 * which no two engines keep alike.
 */
export interface Documents<Body> {
  get(id: string): Promise<Stored<Body> | null>
  /** Writes a new document, version 1; `exists` leaves the old one as it is. */
  insert(doc: NewDoc<Body>): Promise<'inserted' | 'exists'>
  /** Inserts many, each on its own; answers in order. */
  insertMany(docs: NewDoc<Body>[]): Promise<('inserted' | 'exists')[]>
  /** Writes over version `expectedVersion` and raises it by one; `conflict` when it is another or there is none. */
  replace(doc: NewDoc<Body>, expectedVersion: number): Promise<'replaced' | 'conflict'>
}

export interface StoredCollection<C extends AnyCollection> extends Documents<BodyOf<C>> {
  page<I extends IndexOf<C>>(index: I, request: PageRequest<C, I>): Promise<Page<BodyOf<C>>>
  count<I extends IndexOf<C>>(index: I, equals?: PageRequest<C, I>['equals']): Promise<number>
}

export interface Transaction { in<C extends AnyCollection>(collection: C): Documents<BodyOf<C>> }

export interface Store {
  in<C extends AnyCollection>(collection: C): StoredCollection<C>
  /**
   * Runs `work` so that all its writes happen or none, and as if nothing else ran meanwhile.
   * May run `work` again after a conflict with another writer, so it must have no effect outside the store.
   * What `work` throws undoes its writes and is thrown on. Inside `work` use `tx` only: a write on the store itself or
   * another `transact` is refused, and a read on the store sees the last committed state.
   */
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  close(): Promise<void>
}
