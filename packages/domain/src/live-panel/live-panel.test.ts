import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PersonId } from '../id/id.ts'
import { Refusal } from '../refusal/refusal.ts'
import { decideItem } from './live-decision.ts'
import {
  type DecidedItem,
  decidedState,
  itemsInTheWay,
  LiveDecision,
  LiveItemState,
  liveStanding,
  possibleDecisions,
} from './live-item.ts'

const people = [1, 2, 3].map((n) => PersonId.parse(`0190f000-0000-4000-8000-00000000000${n}`))
const [first, second, stranger] = people
if (first === undefined || second === undefined || stranger === undefined) throw new Error('three people')
const present = [first, second]
const open = { standing: liveStanding(null, 'a'), answered: true, present }
const agree = { version: 0, decision: 'agree' as const, disagreed: [], words: null }
const refused = (work: () => unknown) => {
  try {
    work()
  } catch (thrown) {
    return thrown instanceof Refusal ? thrown.code : 'not a refusal'
  }
  return null
}

describe('an item before the panel', () => {
  test('can be decided as the table says, and in no other way', () => {
    const table = LiveItemState.options.map((from) =>
      LiveDecision.options.map((decision) => decidedState(from, decision)),
    )
    expect(table).toEqual([
      ['agreed', 'needs-more', 'deferred', null],
      [null, null, null, 'open'],
      ['agreed', null, 'deferred', 'open'],
      ['agreed', 'needs-more', null, 'open'],
    ])
    expect(possibleDecisions('agreed')).toEqual(['open-again'])
  })

  test('that was agreed is open once more when its answer is another one, and says so', () => {
    const agreed: DecidedItem = { state: 'agreed', version: 3, digest: 'a' }
    expect(liveStanding(agreed, 'a')).toEqual({ state: 'agreed', version: 3, lapsed: false })
    expect(liveStanding(agreed, 'b')).toEqual({ state: 'open', version: 3, lapsed: true })
    expect(liveStanding({ ...agreed, state: 'deferred' }, 'b').state).toBe('deferred')
  })

  test('without its answer is not agreed, but may be put off', () => {
    const blank = { ...open, answered: false }
    expect(refused(() => decideItem(agree, blank))).toBe('analysis-incomplete')
    expect(decideItem({ ...agree, decision: 'defer' }, blank).state).toBe('deferred')
  })

  test('that was decided meanwhile is not decided over', () => {
    const standing = { state: 'open' as const, version: 1, lapsed: false }
    expect(refused(() => decideItem(agree, { ...open, standing }))).toBe('stale')
  })

  test('keeps the whole from being agreed as long as it must be answered and is not agreed', () => {
    const items = LiveItemState.options.flatMap((state) =>
      [true, false].map((optional) => ({ item: `${state}-${optional}`, optional, state })),
    )
    expect(itemsInTheWay(items)).toEqual(['open-false', 'needs-more-false', 'deferred-false'])
  })
})

describe('disagreement', () => {
  test('is recorded of one who was present for the case, beside the agreement', () => {
    expect(decideItem({ ...agree, disagreed: [first], words: 'Not so' }, open)).toEqual({
      state: 'agreed',
      version: 1,
    })
  })

  test.each([
    ['of somebody who was not there', { disagreed: [stranger] }],
    ['of everybody who agreed', { disagreed: present }],
    ['twice of one', { disagreed: [first, first] }],
    ['of nobody, with words', { words: 'Said by whom?' }],
  ])('is not recorded %s', (_, sent) => {
    expect(refused(() => decideItem({ ...agree, ...sent }, open))).toBe('disagreement-not-of-panel')
  })

  test('is no part of opening an item again', () => {
    const standing = { state: 'agreed' as const, version: 0, lapsed: false }
    const sent = { ...agree, decision: 'open-again' as const }
    expect(decideItem(sent, { ...open, standing }).state).toBe('open')
    expect(refused(() => decideItem({ ...sent, disagreed: [first] }, { ...open, standing }))).toBe(
      'disagreement-not-of-panel',
    )
  })
})

/** A room as it is kept: every decision in order, and what each press of a button came to. */
function keptRoom() {
  const log: (DecidedItem & { item: string; key: string })[] = []
  const answered = new Map<string, 'taken' | 'told'>()
  const last = (item: string) => log.findLast((one) => one.item === item) ?? null
  return {
    log,
    last,
    take({ key, item, version, decision }: Press): 'taken' | 'told' {
      const before = answered.get(key)
      if (before !== undefined) return before
      const standing = liveStanding(last(item), 'a')
      let outcome: 'taken' | 'told' = 'told'
      try {
        const sent = { version, decision, disagreed: [], words: null }
        const decided = decideItem(sent, { standing, answered: true, present })
        log.push({ ...decided, item, key, digest: 'a' })
        outcome = 'taken'
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown
      }
      answered.set(key, outcome)
      return outcome
    },
  }
}
type Press = { key: string; item: string; version: number; decision: LiveDecision }

describe('a live panel over lines that fail', () => {
  const step = fc.record({
    chair: fc.nat(2),
    item: fc.constantFrom('category', 'outcome', 'social'),
    decision: fc.constantFrom(...LiveDecision.options),
    /** Whether the request came, whether its answer did, and how often it is then sent again. */
    arrives: fc.boolean(),
    answered: fc.boolean(),
    again: fc.nat(3),
    /** The chair loads the page before pressing; without it, decides on what was seen before. */
    looks: fc.boolean(),
  })

  test('loses no decision that was taken and counts none twice, in 1,000 sequences of decisions', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const room = keptRoom()
        const seen = [0, 1, 2].map(() => new Map<string, number>())
        const heard: string[] = []
        for (const [index, one] of steps.entries()) {
          const screen = seen[one.chair]
          if (screen === undefined) throw new Error('a chair without a screen')
          if (one.looks) screen.set(one.item, room.last(one.item)?.version ?? 0)
          const press = { ...one, key: `press-${index}`, version: screen.get(one.item) ?? 0 }
          for (let sent = 0; sent < (one.arrives ? 1 : 0) + one.again; sent += 1) {
            const outcome = room.take(press)
            if (outcome === 'taken' && (one.answered || sent > 0)) heard.push(press.key)
          }
        }
        for (const item of ['category', 'outcome', 'social']) {
          const versions = room.log.filter((kept) => kept.item === item).map(({ version }) => version)
          expect(versions).toEqual(versions.map((_, at) => at + 1))
        }
        const keys = room.log.map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(heard.every((key) => keys.includes(key))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})
