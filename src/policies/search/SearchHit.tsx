import { memo } from 'react'
import { highlight, type Hit } from '@/search'
import { useItemRow } from '@/stores/catalogue'
import { PolicyCard } from '@/ui/policy/PolicyCard'

/** A found item with what was hit marked in its name and title. */
export const SearchHit = memo(function SearchHit({ hit, onOpen }: { hit: Hit; onOpen: () => void }) {
  const row = useItemRow(hit.itemId)
  if (!row) return null
  return (
    <PolicyCard
      row={row} onOpen={onOpen}
      nameSegments={hit.spans.name && highlight(row.name, hit.spans.name)}
      titleSegments={hit.spans.title && highlight(row.title, hit.spans.title)}
    />
  )
})
