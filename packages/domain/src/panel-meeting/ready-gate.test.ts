import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AgeBand } from '../age/age.ts'
import { CaseState, NoReviewMeetingReason } from '../case/case-state.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { type GateFacts, GateItem, readyGate, unmetOf } from './ready-gate.ts'

const today = PlainDate.parse('2026-03-02')
const whole: GateFacts = {
  state: 'review-meeting-held',
  again: false,
  ageBand: '5-9y',
  expectedness: 'expected',
  jarTriggers: [],
  confirmed: true,
  meeting: { held: true, reported: true, perinatal: false, notHeld: null },
  requests: { asked: 4, waitedFor: 0, unread: 0 },
  formsLacking: 0,
  holds: 0,
  proceedings: 0,
  panelQuestions: { asked: 0, open: 0 },
  familyQuestions: { asked: 0, open: 0 },
  caveats: { standing: 0, reviewDue: 0 },
}
const unmet = (change: Partial<GateFacts>) => unmetOf(readyGate({ ...whole, ...change }, today).findings)
const asks = (change: Partial<GateFacts>) =>
  readyGate({ ...whole, ...change }, today).findings.map(({ item }) => item)

describe('what a case must have before a panel', () => {
  test('is nothing more for one that has everything', () => {
    expect(unmet({})).toEqual({ blocks: [], warns: [] })
  })

  test.each([
    ['the child is not confirmed', { confirmed: false }, 'death-and-child-confirmed'],
    ['the review meeting is to come', { state: 'gathering' as const }, 'review-stage-ended'],
    ['an inquest keeps the panel waiting', { holds: 1 }, 'nothing-holds-the-panel'],
    ['what the panel asked is open', { panelQuestions: { asked: 2, open: 1 } }, 'panel-questions-settled'],
  ])('keeps it from the agenda while %s, whatever reason is given', (_, change, item) => {
    const goingOn = GateItem.options.map((one) => ({ item: one }))
    const { findings } = readyGate({ ...whole, ...change }, today)
    expect(unmetOf(findings, goingOn)).toEqual({ blocks: [item], warns: [] })
  })

  test.each([
    [
      'no report of the review meeting',
      { meeting: { ...whole.meeting, reported: false } },
      'review-meeting-report',
    ],
    ['a newborn without a perinatal review', { ageBand: '0-27d' as const }, 'perinatal-review'],
    [
      'a joint agency response nobody discussed',
      {
        jarTriggers: ['external-cause'],
        meeting: { ...whole.meeting, held: false, notHeld: 'died-abroad' as const },
      },
      'joint-agency-response',
    ],
    ['expected or not is not known', { expectedness: 'not-known' }, 'expectedness'],
    ['nobody asked', { requests: { asked: 0, waitedFor: 0, unread: 0 } }, 'agencies-asked'],
    ['an agency waited for', { requests: { asked: 2, waitedFor: 1, unread: 0 } }, 'agencies-answered'],
    ['a form nobody has read', { requests: { asked: 2, waitedFor: 0, unread: 1 } }, 'returns-accepted'],
    ['a supplementary form outstanding', { formsLacking: 2 }, 'supplementary-forms'],
    ['a proceeding that goes on', { proceedings: 1 }, 'proceedings-ended'],
    ['a family nobody answered', { familyQuestions: { asked: 1, open: 1 } }, 'family-answered'],
    ['a caveat to be asked about', { caveats: { standing: 1, reviewDue: 1 } }, 'caveats-checked'],
  ])('warns of %s, and lets a reason through', (_, change, item) => {
    const { findings } = readyGate({ ...whole, ...change }, today)
    expect(unmetOf(findings)).toEqual({ blocks: [], warns: [item] })
    expect(unmetOf(findings, [{ item: GateItem.parse(item) }])).toEqual({ blocks: [], warns: [] })
  })

  test('goes by what kind of case it is', () => {
    expect(asks({})).not.toContain('perinatal-review')
    expect(asks({ ageBand: '0-27d' })).toContain('perinatal-review')
    expect(asks({})).not.toContain('joint-agency-response')
    expect(asks({ jarTriggers: ['sudden-no-apparent-cause'] })).toContain('joint-agency-response')
    expect(asks({ again: true, state: 'reopened' })).not.toContain('review-stage-ended')
    expect(asks({ meeting: { ...whole.meeting, held: false } })).not.toContain('review-meeting-report')
  })

  test('takes the perinatal review or the response as the meeting where that was recorded', () => {
    const meeting = { held: false, reported: false, perinatal: false }
    const notHeld = (reason: NoReviewMeetingReason) => ({ ...meeting, notHeld: reason })
    const newborn = { ageBand: '0-27d' as const }
    expect(unmet({ ...newborn, meeting: notHeld('perinatal-review-served-as-the-meeting') }).warns).toEqual(
      [],
    )
    expect(unmet({ ...newborn, meeting: { ...whole.meeting, perinatal: true } }).warns).toEqual([])
    const response = { jarTriggers: ['external-cause'] }
    expect(
      unmet({ ...response, meeting: notHeld('joint-agency-response-served-as-the-meeting') }).warns,
    ).toEqual([])
  })
})

const count = fc.nat({ max: 4 })
const facts: fc.Arbitrary<GateFacts> = fc.record({
  state: fc.constantFrom(...CaseState.options),
  again: fc.boolean(),
  ageBand: fc.constantFrom(...AgeBand.options),
  expectedness: fc.constantFrom('expected', 'unexpected', 'not-known', ''),
  jarTriggers: fc.subarray(['external-cause', 'in-custody']),
  confirmed: fc.boolean(),
  meeting: fc.record({
    held: fc.boolean(),
    reported: fc.boolean(),
    perinatal: fc.boolean(),
    notHeld: fc.option(fc.constantFrom(...NoReviewMeetingReason.options)),
  }),
  requests: fc.record({ asked: count, waitedFor: count, unread: count }),
  formsLacking: count,
  holds: count,
  proceedings: count,
  panelQuestions: fc.record({ asked: count, open: count }),
  familyQuestions: fc.record({ asked: count, open: count }),
  caveats: fc.record({ standing: count, reviewDue: count }),
})

test('every lack is either a block or a warning, and a reason for every warning leaves the blocks alone', () => {
  fc.assert(
    fc.property(facts, fc.subarray(GateItem.options), (known, given) => {
      const { findings } = readyGate(known, today)
      const open = unmetOf(findings)
      const lacking = findings.filter((one) => one.lacking > 0).map(({ item }) => item)
      expect(new Set([...open.blocks, ...open.warns])).toEqual(new Set(lacking))
      const after = unmetOf(
        findings,
        given.map((item) => ({ item })),
      )
      expect(after.blocks).toEqual(open.blocks)
      expect(after.warns).toEqual(open.warns.filter((item) => !given.includes(item)))
    }),
    { numRuns: 200 },
  )
})
