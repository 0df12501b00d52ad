/** Remembers the most recently used values, at most so many. */
export class BoundedCache<Value> {
  // A Map keeps insertion order: the first key is the one unused for longest.
  readonly #values = new Map<string, Value>()

  constructor(private readonly most: number) {}

  /** The value under a key; made, and the oldest forgotten, when it is not there. `make` must not use this cache. */
  get(key: string, make: () => Value): Value {
    const value = this.#values.has(key) ? this.#values.get(key)! : make()
    this.#values.delete(key)
    this.#values.set(key, value)
    if (this.#values.size > this.most) this.#values.delete(this.#values.keys().next().value!)
    return value
  }
}
