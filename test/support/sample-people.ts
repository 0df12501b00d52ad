import { ROLE_LABELS } from '../../cloudfunctions/contract/roles'

/** One sample person of each role, as the seed names them: what every sign-in journey goes through. */
export const PEOPLE: [role: string, name: string][] = [
  [ROLE_LABELS.entrepreneur, '示例企业用户（永磁材料）'],
  [ROLE_LABELS.gridOfficer, '示例网格员（第一网格）'],
  [ROLE_LABELS.handler, '示例部门经办（教育局）'],
  [ROLE_LABELS.dispatcher, '示例派单员'],
  [ROLE_LABELS.policyEditor, '示例政策编辑'],
  [ROLE_LABELS.policyReviewer, '示例政策审核'],
  [ROLE_LABELS.supervisor, '示例督查员'],
  [ROLE_LABELS.admin, '示例管理员'],
]
