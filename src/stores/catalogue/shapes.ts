import type { CatalogueEntry } from '@contract/policies/schemas'

// What the catalogue's files are made of; only types, so that each of its modules can know them all.

/** One page of changes, as `policies.syncCatalogue` sends it. */
export interface Page { reset: boolean; mark: string; entries: CatalogueEntry[]; removed: string[]; next: number }

/** A place in the catalogue's history, as the server gave it. */
export interface Position { since: number; mark: string | null }

/** One pair of files: policies in full for the detail page, and what lists and search need of them. */
export interface ChunkRef {
  name: string
  /** How many policies it holds. */
  count: number
  /** Lengths of the two texts: a file cut short is noticed. */
  fullChars: number
  slimChars: number
}

/** What lists and search need of a chunk. */
export interface Slim { entries: CatalogueEntry[]; removed: string[] }

/** A chunk's slim part; without a chunk for a page that changed nothing. */
export type Loaded = Slim & { chunk: ChunkRef | null }

/** A policy in force: its slim entry in memory, and the chunk with the whole of it. */
export interface Held { entry: CatalogueEntry; chunk: ChunkRef }

/** Chunks that together make a state of the catalogue, later ones counting over earlier ones. */
interface Edition extends Position { chunks: ChunkRef[] }

/** Pages of a sync under way. `scratch`: they replace the current edition instead of adding to it. */
export interface Incoming extends Edition { scratch: boolean }

/** What is in force. Whatever it does not name does not exist, so writing it is the swap. */
export interface Manifest { generation: number; current: Edition | null; incoming: Incoming | null }
