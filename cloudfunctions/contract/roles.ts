/** The roles of `people`, with what the UI calls them. One person may hold several. */
export const ROLE_LABELS = {
  guest: '访客',
  entrepreneur: '企业用户',
  gridOfficer: '网格员',
  handler: '部门经办',
  dispatcher: '企业服务管理局',
  policyEditor: '政策编辑',
  policyReviewer: '政策审核',
  supervisor: '督查',
  admin: '管理员',
} as const satisfies Record<string, string>

export type Role = keyof typeof ROLE_LABELS
export const ROLES = Object.keys(ROLE_LABELS) as Role[]

/** A role as one person holds it, with what it reaches: its enterprises, grids or department. */
export interface RoleBinding {
  role: Exclude<Role, 'guest'>
  /** entrepreneur: the enterprises the person is bound to. */
  enterpriseIds?: string[]
  /** gridOfficer: the grids the person serves. */
  gridIds?: string[]
  /** handler: the department the person works for. */
  departmentId?: string
}

/** Who is calling. It comes from the platform, never from input. A guest has no person and no bindings. */
export interface Actor {
  personId: string | null
  bindings: readonly RoleBinding[]
}

export const GUEST: Actor = { personId: null, bindings: [] }

/** The roles an actor acts with; everyone, signed in or not, may do what a guest may. */
export const rolesOf = (actor: Actor): Role[] => ['guest', ...actor.bindings.map((binding) => binding.role)]
