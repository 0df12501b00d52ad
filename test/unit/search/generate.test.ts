import * as v from 'valibot'
import { CatalogueEntry } from '../../../cloudfunctions/contract/policies/schemas'
import { generateCatalogue } from '../../support/catalogue/generate'

test('a generated catalogue is the same for a seed, another for another, and fits the contract', async () => {
  const [first, again, other] = [await generateCatalogue(300, 1), await generateCatalogue(300, 1), await generateCatalogue(300, 2)]
  expect(again).toEqual(first)
  expect(other).not.toEqual(first)
  for (const entry of first) expect(v.safeParse(CatalogueEntry, entry).issues).toBeUndefined()
  expect(new Set(first.map(({ policy }) => policy.title)).size).toBeGreaterThan(290)
  expect(first.map(({ seq }) => seq)).toEqual([...first.map(({ seq }) => seq)].sort((a, b) => b - a))
})
