import fc from 'fast-check'
import type * as v from 'valibot'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- schemas are walked by what they say of themselves
type AnySchema = any

/**
 * Inputs for an operation: half of them shaped by its schema (often valid, with odd values where it leaves room),
 * the others anything JSON can carry.
 */
export const inputsFor = (schema: v.GenericSchema): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: shapedBy(schema) }, { weight: 1, arbitrary: mostlyShapedBy(schema) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) })

const NASTY_TEXT = ['', ' ', '\u0000', '__proto__', 'constructor', "' OR 1=1 --", '../../etc/passwd', '<script>', '政策', '\ud800', '😀', 'a'.repeat(5000), 'NaN', '2026-02-31', '0001-01']
// What some operation understands, or half the inputs would all be refused for the same reason.
const KNOWN_TEXT = ['image/png', 'image/jpeg', 'application/pdf', 'text/csv', 'grant-1']
const text = fc.oneof(fc.constantFrom(...KNOWN_TEXT), fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 80 }), fc.constantFrom(...NASTY_TEXT))
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,20}$/)
const number = fc.oneof(fc.integer({ min: -2, max: 200 }), fc.constantFrom(0, -0, 1e308, -1, 2 ** 53, 0.5, 1e-7), fc.double({ noNaN: true, noDefaultInfinity: true }))

function shapedBy(schema: AnySchema): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries<AnySchema>(schema.entries)
      const required = fields.filter(([, field]) => field.type !== 'optional').map(([key]) => key)
      return fc.record(Object.fromEntries(fields.map(([key, field]) => [key, shapedBy(field)])), { requiredKeys: required })
    }
    case 'optional': return shapedBy(schema.wrapped)
    case 'nullable': return fc.option(shapedBy(schema.wrapped), { nil: null })
    case 'array': return fc.array(shapedBy(schema.item), { maxLength: 6 })
    case 'picklist': return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...schema.options) }, { weight: 1, arbitrary: text })
    case 'union': return fc.oneof(...schema.options.map(shapedBy))
    case 'number': return number
    case 'boolean': return fc.boolean()
    case 'string': return fc.oneof(id, text)
    default: throw new Error(`no inputs known for a schema of type ${schema.type}: add it here`)
  }
}

/** The shape with one field gone wrong, or one that nobody asked for. */
const mostlyShapedBy = (schema: AnySchema): fc.Arbitrary<unknown> =>
  fc.tuple(shapedBy(schema), fc.constantFrom(...Object.keys(schema.entries ?? {}), 'extra'), fc.jsonValue({ maxDepth: 3 }))
    .map(([shape, key, value]) => ({ ...(shape as object), [key]: value }))
