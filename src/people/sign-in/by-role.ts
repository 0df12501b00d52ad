import type { DemoPerson } from '@/stores/session'

/** A heading of the list and who stands under it. */
export interface RoleGroup { label: string; members: { personId: string; name: string; reach: string | null }[] }

/** People under the role they hold; those with several roles under a heading of their own, with all of them named. */
export function byRole(people: readonly DemoPerson[]): RoleGroup[] {
  const groups = new Map<string, RoleGroup>()
  for (const { personId, name, roles } of people) {
    const label = roles.length > 1 ? '身兼多职' : (roles[0]?.label ?? '没有身份')
    const reach = roles.length > 1 ? roles.map((role) => role.label).join('、') : (roles[0]?.reach ?? null)
    const group = groups.get(label) ?? { label, members: [] }
    groups.set(label, { label, members: [...group.members, { personId, name, reach }] })
  }
  return [...groups.values()]
}
