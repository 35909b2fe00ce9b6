import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entity } from '../finding.ts'
import { screenFor } from '../screen.ts'
import { decidedAll, givenCase, givenKey, settledWith } from '../testing-given.ts'
import { compilePack } from './compile.ts'
import { leakReport } from './leak-report.ts'
import { earlierKey, pseudonymsOf } from './pseudonyms.ts'
import { placeOf, settle } from './settle.ts'

const screen = screenFor(givenCase())
const IN_DOUBT = 'Will was at home. It was said by Tracy Wetherby that Aliyah slept.'

describe('what is in doubt', () => {
  test('holds the narrative back until a person has decided each of it', () => {
    const screened = screen(IN_DOUBT)
    const open = settle(screened, { text: IN_DOUBT, byPlace: new Map() })
    expect(open.state === 'unsettled' && open.open.length).toBe(2)
    const [first] = screened.findings.filter((finding) => finding.certainty === 'doubtful')
    const half = new Map([
      [placeOf(first ?? { start: 0, end: 0 }), { hide: true, decidedBy: 'p', decidedAt: 't' }],
    ])
    expect(settle(screened, { text: IN_DOUBT, byPlace: half }).state).toBe('unsettled')
    expect(settle(screened, decidedAll(screened, true)).state).toBe('settled')
  })

  test('is open again when the text was changed after it was decided', () => {
    const changed = screen(IN_DOUBT.replace('slept', 'woke'))
    expect(settle(changed, decidedAll(screen(IN_DOUBT), false)).state).toBe('unsettled')
  })

  test('is hidden or left as the person said', () => {
    const text = (hide: boolean) =>
      compilePack(givenKey(1), [{ caseKey: 'a', narratives: [settledWith(screen(IN_DOUBT), hide)] }])[0]
        ?.narratives[0]?.text
    expect(text(true)).toMatch(
      /^\[sibling\] was at home\. It was said by \[name\] that \[the child\] slept\.$/,
    )
    expect(text(false)).toBe('Will was at home. It was said by Tracy Wetherby that [the child] slept.')
  })

  test('cannot be compiled by something that only looks settled', () => {
    const forged = { ...settledWith(screen(IN_DOUBT)) }
    expect(() => compilePack(givenKey(1), [{ caseKey: 'a', narratives: [forged] }])).toThrow(TypeError)
  })

  test('stands in the leak report with who decided and when, without what it says', () => {
    const screened = screen(IN_DOUBT)
    const narrative = 'narrative-1'
    const before = leakReport([{ narrative, screened, decisions: { text: IN_DOUBT, byPlace: new Map() } }])
    expect(before.open).toBe(2)
    const after = leakReport([{ narrative, screened, decisions: decidedAll(screened, false) }])
    expect(after.open).toBe(0)
    expect(after.items.map((item) => item.state)).toEqual(['left', 'left'])
    expect(after.items[0]).toMatchObject({ decidedBy: 'person-1', decidedAt: '2026-11-20T09:00:00.000Z' })
    expect(after.counts.find(({ kind }) => kind === 'name of the child')).toMatchObject({
      replaced: 1,
      own: 1,
    })
    expect(JSON.stringify(after)).not.toMatch(/Will|Tracy|Aliyah/)
  })
})

const entity: fc.Arbitrary<Entity> = fc.oneof(
  fc.record({
    type: fc.constant('place' as const),
    key: fc.nat(30).map(String),
    kind: fc.constant('hospital' as const),
  }),
  fc.record({
    type: fc.constant('staff' as const),
    key: fc.nat(30).map(String),
    profession: fc.constant('nurse' as const),
  }),
  fc.record({
    type: fc.constant('family' as const),
    key: fc.nat(30).map(String),
    role: fc.constantFrom('mother' as const, 'sibling' as const),
  }),
)
const packed = fc
  .array(fc.array(entity, { maxLength: 12 }), { minLength: 1, maxLength: 6 })
  .map((cases) => cases.map((entities, at) => ({ caseKey: `case-${at}`, entities })))
const coded = (one: Entity) => one.type === 'staff' || one.type === 'place'

describe('pseudonyms', () => {
  test('are the same for one person or place in all of a pack, and different for different ones', () => {
    fc.assert(
      fc.property(packed, fc.nat(200), (cases, seed) => {
        const { of } = pseudonymsOf(givenKey(seed), cases)
        const said = new Map<string, string>()
        for (const { caseKey, entities } of cases) {
          for (const one of entities) {
            const who = coded(one) ? earlierKey(one) : `${caseKey}${earlierKey(one)}`
            const name = coded(one) ? of(one, caseKey) : `${caseKey}${of(one, caseKey)}`
            expect(said.get(who) ?? name).toBe(name)
            said.set(who, name)
          }
        }
        expect(new Set(said.values()).size).toBe(new Set([...said.keys()].map((key) => key)).size)
      }),
      { numRuns: 100 },
    )
  })

  test('do not depend on the order of cases and narratives', () => {
    fc.assert(
      fc.property(packed, (cases) => {
        const [one, other] = [pseudonymsOf(givenKey(1), cases), pseudonymsOf(givenKey(1), cases.toReversed())]
        for (const { caseKey, entities } of cases) {
          for (const some of entities) expect(other.of(some, caseKey)).toBe(one.of(some, caseKey))
        }
      }),
      { numRuns: 50 },
    )
  })

  test('are others in another pack: none that was given before is given again', () => {
    const places = Array.from(
      { length: 40 },
      (_, at): Entity => ({ type: 'place', key: String(at), kind: 'hospital' }),
    )
    const cases = [{ caseKey: 'a', entities: places }]
    const first = pseudonymsOf(givenKey(1), cases)
    const codes = (of: typeof first) => places.map((one) => of.of(one, 'a').split(' ').at(-1) ?? '')
    const unlike = codes(pseudonymsOf(givenKey(2), cases)).filter((code, at) => code !== codes(first)[at])
    expect(unlike.length).toBeGreaterThanOrEqual(38)
    const earlier = new Map(places.map((one, at) => [earlierKey(one), [codes(first)[at] ?? '']]))
    const again = pseudonymsOf(givenKey(1), cases, earlier)
    expect(codes(again).filter((code, at) => code === codes(first)[at])).toEqual([])
  })

  test('name a child of another case of the pack by a code, and the own one "the child"', () => {
    const twin = (key: string): Entity => ({ type: 'family', key, role: 'child' })
    const { of } = pseudonymsOf(givenKey(1), [
      { caseKey: 'a', entities: [twin('1')] },
      { caseKey: 'b', entities: [twin('2')] },
    ])
    expect(of(twin('1'), 'a')).toBe('the child')
    expect(of(twin('1'), 'b')).toMatch(/^child [A-Z]\d\d$/)
  })

  test('need a key of 32 bytes', () => {
    expect(() => pseudonymsOf(new Uint8Array(16), [])).toThrow(RangeError)
  })
})
