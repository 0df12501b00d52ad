import { openPolicies } from '@/stores/policy-view'
import { Empty } from '@/ui/feedback/Empty'
import { Button } from '@/ui/form/Button'
import { Card } from '@/ui/list/Section'

/** A link led to something that is not published any more, or never was. */
export const Gone = ({ what }: { what: '事项' | '文件' }) => (
  <Card>
    <Empty icon='document' title={`没有找到这个${what}`} why='可能已被撤回，或者链接不完整。'>
      <Button kind='secondary' onClick={() => openPolicies({}, 'newest')}>看现在可查的政策</Button>
    </Empty>
  </Card>
)
