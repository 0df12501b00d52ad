import { CardSkeleton, RowSkeleton } from '@/ui/feedback/Skeleton'
import { Section } from '@/ui/list/Section'

/** A detail page still to come. */
export const DetailSkeleton = () => (
  <>
    <CardSkeleton cards={1} />
    <Section title='申报条件'><RowSkeleton rows={3} /></Section>
    <Section title='文件信息'><RowSkeleton rows={4} /></Section>
  </>
)
