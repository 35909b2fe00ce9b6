import { z } from 'zod'
import type { PlainDate } from '../plain-date/plain-date.ts'
import type { DeathFacts } from '../supplementary-form/supplementary-form.ts'

/** What the cases of a themed meeting have in common. */
export const AgendaTheme = z.enum(['all', 'neonatal', 'suicide-or-self-harm', 'trauma'])
export type AgendaTheme = z.infer<typeof AgendaTheme>

const ofTrauma = [
  'drowning',
  'fall',
  'fire-burn-electrocution',
  'other-non-intentional-injury',
  'vehicle-collision',
  'violence-or-maltreatment',
]

/**
 * Whether a death is of a theme, by the codes its case has: the age band, what agencies returned, and while they have
 * returned nothing of what happened, why a joint agency response was due. What themes there are is this product's own choice.
 */
export function isOfTheme(
  theme: AgendaTheme,
  { ageBand, occurrences, jarTriggers }: Pick<DeathFacts, 'ageBand' | 'occurrences' | 'jarTriggers'>,
): boolean {
  if (theme === 'all') return true
  if (theme === 'neonatal') return ageBand === '0-27d'
  if (theme === 'suicide-or-self-harm') return occurrences.includes('suicide-self-harm')
  if (occurrences.some((code) => ofTrauma.includes(code))) return true
  return occurrences.length === 0 && jarTriggers.includes('external-cause')
}

/** Why a case is not among those proposed for a meeting: the first that holds. */
export const NotProposedReason = z.enum([
  'other-theme',
  'died-after-the-meeting',
  'asked-of-another-area',
  'not-ready',
  'proposed-elsewhere',
  'not-quorate',
  'no-time',
])
export type NotProposedReason = z.infer<typeof NotProposedReason>

/** A case a meeting could take. */
export type AgendaCandidate = {
  readonly caseId: string
  readonly ofTheme: boolean
  readonly diedOn: PlainDate
  /** When the next thing is due on it, the review by the panel or what comes before; null while nothing runs. */
  readonly dueOn: PlainDate | null
  /** Another area is asked to take it. */
  readonly offered: boolean
  /** Something keeps it from every agenda. */
  readonly blocked: boolean
  /** It is proposed for another meeting. */
  readonly elsewhere: boolean
  /** The panel that is expected could decide it. */
  readonly quorate: boolean
}

/** What a meeting has room for. */
export type AgendaRoom = {
  readonly heldOn: PlainDate
  readonly minutesEach: number
  /** Null where nobody said how long the meeting is: then time leaves nothing out. */
  readonly minutesFree: number | null
}

/** What is due first comes first, what nothing runs for last; of the same day the earlier death. */
function byClock(one: AgendaCandidate, other: AgendaCandidate): number {
  const key = ({ dueOn, diedOn, caseId }: AgendaCandidate) => `${dueOn ?? '9999-12-31'} ${diedOn} ${caseId}`
  return key(one) < key(other) ? -1 : 1
}

/** The cases a meeting takes, those due first as long as there is time, and why it takes none of the others. */
export function proposeAgenda<Candidate extends AgendaCandidate>(
  candidates: readonly Candidate[],
  room: AgendaRoom,
): { proposed: Candidate[]; leftOut: { candidate: Candidate; because: NotProposedReason }[] } {
  const proposed: Candidate[] = []
  const leftOut: { candidate: Candidate; because: NotProposedReason }[] = []
  for (const candidate of candidates.toSorted(byClock)) {
    const because = reasonAgainst(candidate, room, proposed.length)
    if (because === null) proposed.push(candidate)
    else leftOut.push({ candidate, because })
  }
  return { proposed, leftOut }
}

function reasonAgainst(
  candidate: AgendaCandidate,
  { heldOn, minutesEach, minutesFree }: AgendaRoom,
  taken: number,
): NotProposedReason | null {
  if (!candidate.ofTheme) return 'other-theme'
  if (candidate.diedOn > heldOn) return 'died-after-the-meeting'
  if (candidate.offered) return 'asked-of-another-area'
  if (candidate.blocked) return 'not-ready'
  if (candidate.elsewhere) return 'proposed-elsewhere'
  if (!candidate.quorate) return 'not-quorate'
  return minutesFree !== null && (taken + 1) * minutesEach > minutesFree ? 'no-time' : null
}
