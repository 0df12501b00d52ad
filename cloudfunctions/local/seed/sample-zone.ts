import type { Department, Grid, HeldRole } from '../../people/collections'

/** A sample enterprise, as far as the people seed needs it. */
export interface SampleEnterprise { id: string; name: string }

/** The three sample grids. The zone's real grids were read nowhere, so these say that they are samples. */
export const GRIDS: ({ id: string } & Grid)[] = ['一', '二', '三'].map((ordinal, index) => ({ id: `grid-${index + 1}`, name: `示例第${ordinal}网格` }))

/** The grid a sample enterprise belongs to: the enterprises are dealt out in turn. @param index its place in profiles.json */
export const gridOfEnterprise = (index: number): string => GRIDS[index % GRIDS.length]!.id

/** Bureaus named in the zone's own reports (see zone-facts.md of the data); those that were not are marked 示例. */
export const DEPARTMENTS: ({ id: string } & Department)[] = [
  { id: 'dept-service', name: '企业服务管理局', isLead: true },
  { id: 'dept-industry', name: '工信安监局（科技）', isLead: false },
  { id: 'dept-economy', name: '经济发展局', isLead: false },
  { id: 'dept-environment', name: '环保局', isLead: false },
  { id: 'dept-incubation', name: '科技创业服务中心', isLead: false },
  { id: 'dept-education', name: '示例教育局', isLead: false },
  { id: 'dept-labour', name: '示例人社局', isLead: false },
  { id: 'dept-health', name: '示例卫健局', isLead: false },
]

/** A sample person. Names say what they are; none could be taken for somebody real. */
export interface SamplePerson { id: string; name: string; roles: HeldRole[] }

/** Everybody the demo sign-in offers, for these enterprises. */
export function samplePeople(enterprises: readonly SampleEnterprise[]): SamplePerson[] {
  const lead = DEPARTMENTS.find(({ isLead }) => isLead)!
  return [
    ...enterprises.map((enterprise) => person(`enterprise-${enterprise.id}`, `示例企业用户（${shortNameOf(enterprise)}）`, entrepreneurOf(enterprise))),
    ...GRIDS.map((grid, index) => person(`grid-${index + 1}`, `示例网格员（${grid.name.replace('示例', '')}）`, officerOf(grid))),
    ...DEPARTMENTS.map((department) => person(
      `handler-${department.id.replace('dept-', '')}`, `示例部门经办（${department.name.replace('示例', '')}）`,
      { role: 'handler', departmentId: department.id, reachName: department.name },
    )),
    person('dispatcher', '示例派单员', { role: 'dispatcher', reachName: lead.name }),
    person('editor', '示例政策编辑', { role: 'policyEditor', reachName: null }),
    person('reviewer', '示例政策审核', { role: 'policyReviewer', reachName: null }),
    person('supervisor', '示例督查员', { role: 'supervisor', reachName: null }),
    person('admin', '示例管理员', { role: 'admin', reachName: null }),
    // One person, two roles: what the one may do must not leak into the other.
    ...enterprises.slice(0, 1).map((enterprise) => person('two-roles', '示例双身份（企业用户、网格员）', entrepreneurOf(enterprise), officerOf(GRIDS[1]!))),
  ]
}

const person = (id: string, name: string, ...roles: HeldRole[]): SamplePerson => ({ id: `demo-${id}`, name, roles })
const entrepreneurOf = ({ id, name }: SampleEnterprise): HeldRole => ({ role: 'entrepreneur', enterpriseIds: [id], reachName: name })
const officerOf = ({ id, name }: (typeof GRIDS)[number]): HeldRole => ({ role: 'gridOfficer', gridIds: [id], reachName: name })
const shortNameOf = ({ name }: SampleEnterprise): string => name.replace(/^示例/, '').replace(/(集团)?有限公司$/, '')
