import Taro from '@tarojs/taro'
import { EVIDENCE_LABELS } from '@contract/policies/enums'
import type { Policy } from '@contract/policies/schemas'
import { Row } from '@/ui/list/Row'
import { Card } from '@/ui/list/Section'
import { openOfficialPage } from '@/lib/official-page'

/** Where the facts were read. A link only where it is an office's own page; else the title to look for. */
export function Source({ policy }: { policy: Policy }) {
  const url = policy.sourceIsOfficial ? policy.sourceUrl : null
  const title = policy.sourceTitle
  return (
    <Card>
      <Row
        icon='link' title='依据来源' sub={`${EVIDENCE_LABELS[policy.evidence]}${title === null ? '' : `：${title}`}`}
        {...(url !== null && { onClick: () => openOfficialPage(url) })}
      />
      <Row icon='copy' title='复制题名和文号' sub='到发文机关网站或窗口核对' onClick={() => void Taro.setClipboardData({ data: [policy.title, policy.docNumber].filter(Boolean).join(' ') })} />
    </Card>
  )
}
