import { rolesOf, type Actor, type Role, type RoleBinding } from './roles'

/** How far a role's permission reaches. Anything narrower than `all` needs the subject to decide. */
export type Scope = 'all' | 'self' | 'ownEnterprise' | 'ownGrid' | 'ownDepartment'

/** What a scope is decided on: the subject's owner, enterprise, grid and asked departments, as far as it has them. */
export interface Subject {
  personId?: string
  enterpriseId?: string
  gridId?: string
  departmentIds?: readonly string[]
}

type Grants = Partial<Record<Role, Scope>>

const SIGNED_IN: Grants = {
  entrepreneur: 'all', gridOfficer: 'all', handler: 'all', dispatcher: 'all',
  policyEditor: 'all', policyReviewer: 'all', supervisor: 'all', admin: 'all',
}

/** Every permission, the roles that hold it and how far. Server pipeline, UI gate and tests all read this map. */
export const PERMISSIONS = {
  'policy.read': { guest: 'all' },
  'person.readSelf': { guest: 'all' },
  'diagnostics.report': { guest: 'all' },
  'file.upload': SIGNED_IN,
  'file.read': {
    entrepreneur: 'self', gridOfficer: 'self', handler: 'self', dispatcher: 'self',
    policyEditor: 'self', policyReviewer: 'self', supervisor: 'self', admin: 'self',
  },
} as const satisfies Record<string, Grants>

export type Permission = keyof typeof PERMISSIONS

const grantsOf = (permission: Permission): Grants => PERMISSIONS[permission]

/** True when any of the actor's roles holds the permission at all, whatever its scope. Decided without a read. */
export const mayTry = (actor: Actor, permission: Permission): boolean =>
  rolesOf(actor).some((role) => grantsOf(permission)[role] !== undefined)

/** True when no role of the actor needs the subject to decide. */
export const isUnscoped = (actor: Actor, permission: Permission): boolean =>
  rolesOf(actor).some((role) => grantsOf(permission)[role] === 'all')

/** True when one of the actor's roles reaches this subject. */
export function can(actor: Actor, permission: Permission, subject: Subject = {}): boolean {
  const grants = grantsOf(permission)
  if (grants.guest === 'all') return true
  return actor.bindings.some((binding) => {
    const scope = grants[binding.role]
    return scope !== undefined && reaches(scope, actor, binding, subject)
  })
}

function reaches(scope: Scope, actor: Actor, binding: RoleBinding, subject: Subject): boolean {
  switch (scope) {
    case 'all': return true
    case 'self': return actor.personId !== null && actor.personId === subject.personId
    case 'ownEnterprise': return subject.enterpriseId !== undefined && (binding.enterpriseIds ?? []).includes(subject.enterpriseId)
    case 'ownGrid': return subject.gridId !== undefined && (binding.gridIds ?? []).includes(subject.gridId)
    case 'ownDepartment': return binding.departmentId !== undefined && (subject.departmentIds ?? []).includes(binding.departmentId)
  }
}
