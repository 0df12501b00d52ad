import type { Publication } from '../../contract/policies/enums'
import type { Item, Policy } from '../../contract/policies/schemas'
import { isOfficialSource } from '../official-source'
import { linkTo } from '../relink'
import type { RawDocument, RawItem } from './record-schemas'

/** Unverified records start as drafts: nobody has read their source. */
export const stateOf = ({ evidence }: Pick<RawDocument, 'evidence'>): Publication => (evidence === 'unverified' ? 'draft' : 'published')

/** Puts documents and items together as the policies that readers get. References must have been checked. */
export function toPolicies(documents: readonly RawDocument[], items: readonly RawItem[]): Policy[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const itemsOf = new Map<string, RawItem[]>(documents.map(({ id }) => [id, []]))
  for (const item of items) itemsOf.get(item.documentId)?.push(item)
  return documents.map((document) => {
    const { id, title, docNumber, issuer, level, publishedOn, effectiveFrom, validUntil, sourceTitle, sourceUrl, evidence } = document
    return {
      id, title, docNumber, issuer, level, publishedOn, effectiveFrom, validUntil,
      replaces: document.replaces.map((older) => linkBetween(byId.get(older)!, document)),
      replacedBy: document.replacedBy.map((newer) => linkBetween(byId.get(newer)!, byId.get(newer)!)),
      // The file has no repeals; editors enter them.
      repealedOn: null,
      sourceTitle, sourceUrl, sourceIsOfficial: isOfficialSource(sourceUrl), evidence,
      note: document.note ?? null,
      items: itemsOf.get(id)!.map((item) => toItem(item, document)),
    }
  })
}

const linkBetween = (neighbour: RawDocument, newer: RawDocument) => linkTo(neighbour, stateOf(neighbour) === 'published', newer)

function toItem({ documentId: _document, note, ...item }: RawItem, document: RawDocument): Item {
  // What is noted 非现行 on a document holds for all its items, whatever they say themselves.
  return { ...item, note: document.note?.kind === 'notCurrent' && note?.kind !== 'notCurrent' ? document.note : note ?? null }
}
