/** The domain that a cloud entry is built for: the bundler puts its `operations.ts` and `collections.ts` here (config/build-functions.mjs). */
declare module 'virtual:domain' {
  export const handlers: readonly import('../kernel/pipeline').Handler[]
  export const collections: readonly import('../store/port').AnyCollection[]
}
