import type { Headline } from '@contract/policies/browse'
import { showDay } from '@/lib/dates'
import { go } from '@/lib/navigation'
import { openPolicies } from '@/stores/policy-view'
import { Row } from '@/ui/list/Row'
import { Card, Section } from '@/ui/list/Section'

/** The documents published last, with who published them and when. */
export const Newest = ({ headlines }: { headlines: readonly Headline[] }) => (
  <Section title='最新政策' onMore={() => openPolicies({}, 'newest')}>
    <Card>
      {headlines.map(({ policyId, title, issuer, publishedOn }) => (
        <Row key={policyId} title={title} sub={[issuer ?? '发文机关未载明', publishedOn && showDay(publishedOn)].filter(Boolean).join(' · ')} onClick={() => go('policy', { policyId })} />
      ))}
    </Card>
  </Section>
)
