import type { RawDocument } from './record-schemas'
import type { ImportProblem } from './problems'

/** What is wrong between documents: unknown, one-sided or circular succession. */
export function lineageProblems(documents: readonly RawDocument[], ids: ReadonlySet<string>): ImportProblem[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const problems: ImportProblem[] = []
  for (const { id, replaces, replacedBy } of documents) {
    for (const [field, others, back] of [['replaces', replaces, 'replacedBy'], ['replacedBy', replacedBy, 'replaces']] as const) {
      if (new Set(others).size < others.length) problems.push({ record: id, field, message: '同一份文件写了两次' })
      for (const other of others) {
        if (!ids.has(other)) problems.push({ record: id, field, message: `文件里没有 ${other}` })
        else if (byId.get(other)?.[back].includes(id) === false) problems.push({ record: id, field, message: `${other} 的 ${back} 里没有 ${id}，新旧关系要两边都写` })
      }
    }
  }
  return [...problems, ...circles(byId)]
}

/** Each text that in the end replaces itself. */
function circles(byId: ReadonlyMap<string, RawDocument>): ImportProblem[] {
  const open = new Set<string>()
  const done = new Set<string>()
  const problems: ImportProblem[] = []
  const visit = (id: string): void => {
    if (done.has(id)) return
    if (open.has(id)) {
      problems.push({ record: id, field: 'replacedBy', message: '新旧关系成了一个圈，文件最终被自己取代' })
      return
    }
    open.add(id)
    for (const next of byId.get(id)?.replacedBy ?? []) visit(next)
    open.delete(id)
    done.add(id)
  }
  for (const id of byId.keys()) visit(id)
  return problems
}
