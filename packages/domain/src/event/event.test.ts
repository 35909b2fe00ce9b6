import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { caseReference } from '../case/case-reference.ts'
import { subscribersOf } from '../service/service.ts'
import { EventType, eventPayloads } from './event.ts'
import { hearersOf, publisherOfType } from './event-routes.ts'
import { eventSamples } from './event-samples.ts'

/** The only text in events that no code list or format holds: the public names of public bodies. */
const PUBLIC_NAMES = new Set([
  'area.defined.v1.name',
  'area.defined.v1.authorities.name',
  'area.defined.v1.partners.name',
  'area.defined.v1.controllers.name',
])

const JsonSchema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  pattern: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  propertyNames: z.unknown().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
})

/** Every place of a payload where somebody could put words of their own. */
function freeTextIn(schema: unknown, path: string): readonly string[] {
  const node = JsonSchema.parse(schema)
  if (node.enum !== undefined || node.const !== undefined) return []
  if (node.anyOf !== undefined) return node.anyOf.flatMap((option) => freeTextIn(option, path))
  switch (node.type) {
    case 'string':
      return node.pattern === undefined ? [path] : []
    case 'number':
    case 'integer':
    case 'boolean':
    case 'null':
      return []
    case 'array':
      return freeTextIn(node.items, path)
    case 'object': {
      const members = Object.entries(node.properties ?? {})
      const known = members.flatMap(([name, member]) => freeTextIn(member, `${path}.${name}`))
      if (node.additionalProperties === false) return known
      return [
        ...known,
        ...freeTextIn(node.propertyNames, `${path}.{name}`),
        ...freeTextIn(node.additionalProperties, `${path}.{}`),
      ]
    }
    default:
      return [path]
  }
}

const freeText = (schema: z.ZodType, path: string) =>
  freeTextIn(z.toJSONSchema(schema, { io: 'input' }), path)

describe('what services tell each other', () => {
  test('every type of event has samples, and there are samples of nothing else', () => {
    expect(Object.keys(eventSamples).sort()).toEqual([...EventType.options].sort())
    expect(EventType.options.length).toBeGreaterThanOrEqual(12)
  })

  test.for(EventType.options)('%s is past tense with a version, and its samples can be read', (type) => {
    expect(type).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*\.v[1-9]$/)
    for (const sample of eventSamples[type]) expect(eventPayloads[type].parse(sample)).toEqual(sample)
  })

  test.for(EventType.options)('%s refuses anything its type does not say', (type) => {
    for (const sample of eventSamples[type]) {
      const named = { ...Object(sample), familyName: 'Example' }
      expect(eventPayloads[type].safeParse(named).success).toBe(false)
    }
  })

  test.for(EventType.options)('%s has no place for words of somebody’s own', (type) => {
    const places = freeText(eventPayloads[type], type)
    expect(places.filter((place) => !PUBLIC_NAMES.has(place))).toEqual([])
  })

  test('a place for free text would be found', () => {
    const planted = z.strictObject({
      note: z.string().max(40),
      list: z.array(z.strictObject({ inner: z.string() })),
      map: z.record(z.string(), z.enum(['a'])),
      anything: z.unknown(),
      code: z.string().regex(/^[a-z]+$/),
    })
    expect(freeText(planted, 'planted').toSorted()).toEqual(
      ['planted.anything', 'planted.list.inner', 'planted.map.{name}', 'planted.note'].toSorted(),
    )
  })

  test('a case reference in an event is one that could have been given', () => {
    const minted = caseReference('LDS', 2026, randomBytes(6))
    const [sample] = eventSamples['notification.accepted.v1']
    const changed = { ...Object(sample), caseReference: minted }
    expect(eventPayloads['notification.accepted.v1'].safeParse(changed).success).toBe(true)
  })
})

test.each(EventType.options)('%s can be brought to everybody who acts on it', (type) => {
  expect(subscribersOf[publisherOfType[type]]).toEqual(expect.arrayContaining([...hearersOf[type]]))
})
