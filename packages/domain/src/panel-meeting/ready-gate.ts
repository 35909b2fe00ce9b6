import { z } from 'zod'
import type { AgeBand } from '../age/age.ts'
import type { CaseState, NoReviewMeetingReason } from '../case/case-state.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'

/** What a case has, or lacks, before a panel reviews it. */
export const GateItem = z.enum([
  'death-and-child-confirmed',
  'review-stage-ended',
  'nothing-holds-the-panel',
  'panel-questions-settled',
  'review-meeting-report',
  'perinatal-review',
  'joint-agency-response',
  'expectedness',
  'agencies-asked',
  'agencies-answered',
  'returns-accepted',
  'supplementary-forms',
  'proceedings-ended',
  'family-answered',
  'caveats-checked',
])
export type GateItem = z.infer<typeof GateItem>

/** Whether a case that lacks it is not listed at all, or only with a reason for going on that is written down. */
export const GateEffect = z.enum(['blocks', 'warns'])
export type GateEffect = z.infer<typeof GateEffect>

/** Why a case goes before the panel without something. */
export const GoOnReason = z.enum([
  'does-not-apply',
  'comes-before-the-meeting',
  'cannot-be-had',
  'known-another-way',
  'chair-decided',
])
export type GoOnReason = z.infer<typeof GoOnReason>

/** What the gate asks of a case. Counts are of what is still lacking. */
export type GateFacts = {
  readonly state: CaseState
  /** The panel reviewed it before: the review begins again. */
  readonly again: boolean
  readonly ageBand: AgeBand
  readonly expectedness: string
  readonly jarTriggers: readonly string[]
  readonly confirmed: boolean
  readonly meeting: {
    readonly held: boolean
    /** The report of the last one came. */
    readonly reported: boolean
    /** A review meeting that was a perinatal one, or a review by the perinatal tool that has ended. */
    readonly perinatal: boolean
    readonly notHeld: NoReviewMeetingReason | null
  }
  readonly requests: { readonly asked: number; readonly waitedFor: number; readonly unread: number }
  /** Supplementary forms the death needs that no agency has answered. */
  readonly formsLacking: number
  readonly holds: number
  /** Proceedings that go on of a kind that can keep a case waiting. */
  readonly proceedings: number
  readonly panelQuestions: { readonly asked: number; readonly open: number }
  /** Questions of the family for somebody else than the panel. */
  readonly familyQuestions: { readonly asked: number; readonly open: number }
  readonly caveats: { readonly standing: number; readonly reviewDue: number }
}

/** One thing the gate asks for: what happens without it, of which cases, and how much of it a case lacks. */
type GateRule = {
  readonly item: GateItem
  readonly effect: GateEffect
  /** Statutory guidance as the domain reference has it, or this product's own rule, which no national text says. */
  readonly from: 'guidance' | 'own'
  readonly of: (facts: GateFacts) => boolean
  readonly lacking: (facts: GateFacts) => number
}

const always = () => true
const without = (there: boolean) => (there ? 0 : 1)

/** The rules from a day on. */
type ReadyGate = {
  readonly version: string
  readonly validFrom: PlainDate | null
  readonly rules: readonly GateRule[]
}

/**
 * Every version of the gate, the oldest first (domain reference 1.3, 1.4, 2.1, 4.2 and 5). What blocks is what no reason makes
 * good: a case that may not go out, that has not been through its review meeting, that has to wait, or whose earlier panel has
 * no answer. All else a coordinator may go on without, for a reason. Information that was asked for and has not come is no
 * hold, so it never blocks.
 */
const gates: readonly [ReadyGate, ...ReadyGate[]] = [
  {
    version: 'own-1',
    validFrom: null,
    rules: [
      {
        item: 'death-and-child-confirmed',
        effect: 'blocks',
        from: 'own',
        // A review of the days before there was a confirmation begins again without one.
        of: ({ again }) => !again,
        lacking: ({ confirmed }) => without(confirmed),
      },
      {
        item: 'review-stage-ended',
        effect: 'blocks',
        from: 'guidance',
        of: ({ again }) => !again,
        lacking: ({ state }) => without(state !== 'gathering'),
      },
      {
        item: 'nothing-holds-the-panel',
        effect: 'blocks',
        from: 'guidance',
        of: always,
        lacking: ({ holds }) => holds,
      },
      {
        item: 'panel-questions-settled',
        effect: 'blocks',
        from: 'own',
        of: ({ panelQuestions }) => panelQuestions.asked > 0,
        lacking: ({ panelQuestions }) => panelQuestions.open,
      },
      {
        item: 'review-meeting-report',
        effect: 'warns',
        from: 'guidance',
        of: ({ meeting }) => meeting.held,
        lacking: ({ meeting }) => without(meeting.reported),
      },
      {
        item: 'perinatal-review',
        effect: 'warns',
        from: 'guidance',
        of: ({ ageBand }) => ageBand === '0-27d',
        lacking: ({ meeting }) =>
          without(meeting.perinatal || meeting.notHeld === 'perinatal-review-served-as-the-meeting'),
      },
      {
        item: 'joint-agency-response',
        effect: 'warns',
        from: 'guidance',
        of: ({ jarTriggers }) => jarTriggers.length > 0,
        lacking: ({ meeting }) =>
          without(meeting.held || meeting.notHeld === 'joint-agency-response-served-as-the-meeting'),
      },
      {
        item: 'expectedness',
        effect: 'warns',
        from: 'guidance',
        of: always,
        lacking: ({ expectedness }) => without(expectedness === 'expected' || expectedness === 'unexpected'),
      },
      {
        item: 'agencies-asked',
        effect: 'warns',
        from: 'own',
        of: always,
        lacking: ({ requests }) => without(requests.asked > 0),
      },
      {
        item: 'agencies-answered',
        effect: 'warns',
        from: 'own',
        of: ({ requests }) => requests.asked > 0,
        lacking: ({ requests }) => requests.waitedFor,
      },
      {
        item: 'returns-accepted',
        effect: 'warns',
        from: 'guidance',
        of: ({ requests }) => requests.asked > 0,
        lacking: ({ requests }) => requests.unread,
      },
      {
        item: 'supplementary-forms',
        effect: 'warns',
        from: 'guidance',
        of: always,
        lacking: ({ formsLacking }) => formsLacking,
      },
      {
        item: 'proceedings-ended',
        effect: 'warns',
        from: 'guidance',
        of: always,
        lacking: ({ proceedings }) => proceedings,
      },
      {
        item: 'family-answered',
        effect: 'warns',
        from: 'own',
        of: ({ familyQuestions }) => familyQuestions.asked > 0,
        lacking: ({ familyQuestions }) => familyQuestions.open,
      },
      {
        item: 'caveats-checked',
        effect: 'warns',
        from: 'own',
        of: ({ caveats }) => caveats.standing > 0,
        lacking: ({ caveats }) => caveats.reviewDue,
      },
    ],
  },
]

/** The gate of a day: of those valid by then the newest. */
function gateInForce(today: PlainDate): ReadyGate {
  return gates.findLast(({ validFrom }) => validFrom === null || validFrom <= today) ?? gates[0]
}

/** How one case stands with one thing the gate asks of it; nothing lacking when it is met. */
export const GateFinding = z.strictObject({
  item: GateItem,
  effect: GateEffect,
  from: z.enum(['guidance', 'own']),
  lacking: z.int().nonnegative(),
})
export type GateFinding = z.infer<typeof GateFinding>

/** What a case of its kind must have before it is listed for a panel on a day, and what of it it has. */
export function readyGate(facts: GateFacts, today: PlainDate): { version: string; findings: GateFinding[] } {
  const { version, rules } = gateInForce(today)
  const findings = rules
    .filter((rule) => rule.of(facts))
    .map(({ item, effect, from, lacking }) => ({ item, effect, from, lacking: lacking(facts) }))
  return { version, findings }
}

/** What keeps a case from its listing: what blocks, or else what warns and nobody gave a reason for going on without. */
export function unmetOf(
  findings: readonly GateFinding[],
  goingOn: readonly { readonly item: GateItem }[] = [],
): { blocks: GateItem[]; warns: GateItem[] } {
  const lacking = findings.filter((one) => one.lacking > 0)
  const passed = new Set(goingOn.map(({ item }) => item))
  return {
    blocks: lacking.filter(({ effect }) => effect === 'blocks').map(({ item }) => item),
    warns: lacking
      .filter(({ effect, item }) => effect === 'warns' && !passed.has(item))
      .map(({ item }) => item),
  }
}
