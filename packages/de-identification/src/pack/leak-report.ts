import { FINDING_KINDS, type Finding, type FindingKind, type FindingReason } from '../finding.ts'
import type { Screened } from '../screen.ts'
import { type Decision, type Decisions, decisionOn } from './settle.ts'

export type KindCount = {
  readonly kind: FindingKind
  readonly replaced: number
  readonly own: number
  readonly doubtful: number
}

/** A doubtful finding as the report lists it: what it is and where, never what it says. */
export type DoubtfulItem = {
  readonly narrative: string
  readonly start: number
  readonly end: number
  readonly kind: FindingKind
  readonly reason: FindingReason
  readonly own: boolean
} & (
  | { readonly state: 'open' }
  | { readonly state: 'hidden' | 'left'; readonly decidedBy: string; readonly decidedAt: string }
)

/** What was taken out of the narratives of a case, and what a person must look at or has looked at. */
export type LeakReport = {
  readonly counts: readonly KindCount[]
  readonly items: readonly DoubtfulItem[]
  /** None open: what two people may then release. */
  readonly open: number
}

export type ScreenedNarrative = {
  readonly narrative: string
  readonly screened: Screened
  readonly decisions: Decisions
}

/** The leak report of the narratives of a case. `narrative` is an opaque key. */
export function leakReport(narratives: readonly ScreenedNarrative[]): LeakReport {
  const all = narratives.flatMap(({ screened }) => screened.findings)
  const items = narratives.flatMap(({ narrative, screened, decisions }) =>
    screened.findings
      .filter((finding) => finding.certainty === 'doubtful')
      .map((finding) => itemOf(narrative, finding, decisionOn(screened, finding, decisions))),
  )
  const counts = FINDING_KINDS.map((kind) => {
    const ofKind = all.filter((finding) => finding.kind === kind)
    const certain = ofKind.filter((finding) => finding.certainty === 'certain')
    const own = ofKind.filter((finding) => finding.own).length
    return { kind, replaced: certain.length, own, doubtful: ofKind.length - certain.length }
  })
  return { counts, items, open: items.filter((item) => item.state === 'open').length }
}

function itemOf(narrative: string, finding: Finding, decision: Decision | null): DoubtfulItem {
  const { start, end, kind, reason, own } = finding
  const item = { narrative, start, end, kind, reason, own }
  if (decision === null) return { ...item, state: 'open' }
  const { decidedBy, decidedAt } = decision
  return { ...item, state: decision.hide ? 'hidden' : 'left', decidedBy, decidedAt }
}
