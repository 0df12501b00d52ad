import type { LineageLink, Policy } from '../contract/policies/schemas'
import type { Stored } from '../store/port'
import type { PolicyDoc } from './collections'
import type { Next, Plan } from './plan'

/** How one policy is shown in another's lineage: by its title, and by when the newer of the two takes over. */
export const linkTo = (neighbour: Pick<Policy, 'id' | 'title'>, published: boolean, newer: Pick<Policy, 'effectiveFrom' | 'publishedOn'>): LineageLink => ({
  policyId: neighbour.id,
  title: neighbour.title,
  // A text takes over when it takes effect, or failing that when it was published; null ends the older one at once.
  from: newer.effectiveFrom ?? newer.publishedOn,
  // A draft, withdrawn or refused text must not end a published one: `validityOf` then neither ends it nor calls it valid.
  published,
})

/** Brings the lineage links of the planned policies and of their neighbours up to date, adding to the plan what changes by it. */
export async function relink(plan: Plan, load: (id: string) => Promise<Stored<PolicyDoc> | null>): Promise<void> {
  const loaded = new Map<string, Stored<PolicyDoc> | null>()
  const nowOf = async (id: string): Promise<Next | null> => {
    const planned = plan.get(id)
    if (planned) return planned.next
    if (!loaded.has(id)) loaded.set(id, await load(id))
    return loaded.get(id) ?? null
  }
  const planned = [...plan.values()].map(({ next }) => next.policy)
  const touched = new Set(planned.flatMap((policy) => [policy.id, ...neighboursOf(policy)]))
  for (const id of touched) {
    const now = await nowOf(id)
    if (now === null) continue
    const { policy } = now
    const fresh = async (link: LineageLink, isOlder: boolean): Promise<LineageLink> => {
      const neighbour = await nowOf(link.policyId)
      return neighbour === null ? link : linkTo(neighbour.policy, neighbour.state === 'published', isOlder ? policy : neighbour.policy)
    }
    const replaces = await Promise.all(policy.replaces.map((link) => fresh(link, true)))
    const replacedBy = await Promise.all(policy.replacedBy.map((link) => fresh(link, false)))
    if (same(replaces, policy.replaces) && same(replacedBy, policy.replacedBy)) continue
    plan.set(id, { stored: plan.get(id)?.stored ?? loaded.get(id) ?? null, next: { ...now, policy: { ...policy, replaces, replacedBy } } })
  }
}

const neighboursOf = ({ replaces, replacedBy }: Policy): string[] => [...replaces, ...replacedBy].map(({ policyId }) => policyId)

const same = (links: readonly LineageLink[], others: readonly LineageLink[]): boolean =>
  links.every((link, n) => {
    const other = others[n]!
    return link.title === other.title && link.from === other.from && link.published === other.published
  })
