import * as v from 'valibot'
import { query } from '../operation'
import { Id, OneOf } from '../schema'
import { Filters, Highlights, SORT_LABELS } from './browse'
import { ItemRow } from './rows'
import { CatalogueEntry } from './schemas'

/**
 * What the phone keeps for offline use, by version: everything published, changed or withdrawn after `since`, ≤ 100 KB a page.
 * The phone asks with `since: 0` and no mark, applies each page, and asks on with that page's `next` and `mark` until `next` equals `head`.
 * Both are kept for the next time. A policy that changes while the phone pages comes again at its new place.
 */
export const syncCatalogue = query({
  name: 'policies.syncCatalogue',
  permission: 'policy.read',
  input: v.object({
    since: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** The `mark` of the last page received; absent when there is none. */
    mark: v.optional(v.pipe(v.string(), v.maxLength(80))),
  }),
  output: v.object({
    /**
     * True when the server does not know the phone's mark: its database is another one, or was restored from a backup.
     * This page then starts from the beginning; what the phone holds is not to be added to but replaced when the sync is done.
     */
    reset: v.boolean(),
    /** Where the catalogue stood when this page was made. Opaque. */
    mark: v.string(),
    /** Published or changed policies, oldest change first. */
    entries: v.array(CatalogueEntry),
    /** Policies that are no longer published; the phone may never have had them. */
    removed: v.array(Id),
    /** Ask again with `since` set to this; equal to `head` when done. */
    next: v.number(),
    /** The catalogue's newest change. */
    head: v.number(),
    /** How many policies are published in all, for a progress line. */
    total: v.number(),
  }),
  ratePerMinute: 600,
})

/** One page of the policy list, filtered and sorted as on the phone; for a reader whose phone has no copy yet. */
export const browsePolicies = query({
  name: 'policies.browse',
  permission: 'policy.read',
  input: v.object({
    filters: Filters,
    sort: OneOf(SORT_LABELS, '排序'),
    /** Item after which the page starts; absent for the first page. CONFLICT when the list changed and no longer has it: start anew. */
    after: v.optional(Id),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
  }),
  output: v.object({
    rows: v.array(ItemRow),
    /** How many rows pass the filters. */
    total: v.number(),
    /** How many rows show without any filter. */
    of: v.number(),
  }),
})

/** What the home page shows; for a reader whose phone has no copy yet. */
export const getHighlights = query({
  name: 'policies.getHighlights',
  permission: 'policy.read',
  input: v.object({}),
  output: Highlights,
})

/** One published policy in full, as the catalogue sends it. */
export const getPolicy = query({
  name: 'policies.getPolicy',
  permission: 'policy.read',
  input: v.object({ policyId: Id }),
  output: CatalogueEntry,
})
