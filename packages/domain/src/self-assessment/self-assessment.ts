import { z } from 'zod'
import { type OrganisationId, RecommendationId } from '../id/id.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { text } from '../text/text.ts'

/** How far an organisation says that it does what a recommendation asks of it. */
export const SelfAssessed = z.enum(['fully', 'partly', 'not-yet', 'no-longer-concerns'])
export type SelfAssessed = z.infer<typeof SelfAssessed>

/**
 * What every organisation is asked besides: what the partnership's own self-assessment found wanting (domain reference 9,
 * item 39) and what Section 11 of the Children Act 2004 is about where a child died.
 */
export const PracticeQuestion = z.enum([
  'information-sharing',
  'induction-and-training',
  'voice-of-child-and-family',
])
export type PracticeQuestion = z.infer<typeof PracticeQuestion>

/** How far it does that. */
export const PracticeStanding = SelfAssessed.exclude(['no-longer-concerns'])

/** What an organisation says about one recommendation. While it is written, parts may be missing. */
export const AssessedRecommendation = z.strictObject({
  recommendationId: RecommendationId,
  standing: SelfAssessed.nullable(),
  /** By what one sees it, or why it concerns them no more. */
  evidence: text(2_000).nullable(),
  toDo: text(1_000).nullable(),
  byOn: PlainDate.nullable(),
})
export type AssessedRecommendation = z.infer<typeof AssessedRecommendation>

/** Everything one organisation says in one year. */
export const SelfAssessmentAnswers = z.strictObject({
  /** The role of whoever answered for the organisation. */
  answeredBy: text(200).nullable(),
  recommendations: z.array(AssessedRecommendation).max(200),
  practice: z
    .array(
      z.strictObject({
        question: PracticeQuestion,
        standing: PracticeStanding.nullable(),
        words: text(2_000).nullable(),
      }),
    )
    .length(PracticeQuestion.options.length),
})
export type SelfAssessmentAnswers = z.infer<typeof SelfAssessmentAnswers>

/** A form before anybody wrote in it. */
export const blankSelfAssessment = (asked: readonly RecommendationId[]): SelfAssessmentAnswers => ({
  answeredBy: null,
  recommendations: asked.map((recommendationId) => ({
    recommendationId,
    standing: null,
    evidence: null,
    toDo: null,
    byOn: null,
  })),
  practice: PracticeQuestion.options.map((question) => ({ question, standing: null, words: null })),
})

/**
 * What is missing before it can be submitted, by the name of its field. What is done, or no longer concerns them, needs its evidence
 * or reason; what is not done whole needs what is still to do, and by when.
 */
export function selfAssessmentGaps({
  answeredBy,
  recommendations,
  practice,
}: SelfAssessmentAnswers): string[] {
  const gaps = answeredBy === null ? ['answeredBy'] : []
  for (const [at, { standing, evidence, toDo, byOn }] of recommendations.entries()) {
    const owes = standing === 'partly' || standing === 'not-yet'
    if (standing === null) gaps.push(`standing-${at}`)
    if (standing !== null && standing !== 'not-yet' && evidence === null) gaps.push(`evidence-${at}`)
    if (owes && toDo === null) gaps.push(`toDo-${at}`)
    if (owes && byOn === null) gaps.push(`byOn-${at}`)
  }
  for (const { question, standing, words } of practice) {
    if (standing === null) gaps.push(`practice-${question}`)
    if (words === null) gaps.push(`words-${question}`)
  }
  return gaps
}

/** A recommendation as it decides whom it concerns. */
export type ConcerningRecommendation = {
  readonly recommendationId: RecommendationId
  /** When its addressee was told; null while it is proposed. */
  readonly informedOn: PlainDate | null
  readonly settled: boolean
  readonly closedOn: PlainDate | null
  /** Whom it asks, and who acts on it. */
  readonly organisations: readonly OrganisationId[]
}

/**
 * Which recommendations concern which organisations in a year that began on a day: those somebody was told of that are open, or
 * were completed since.
 */
export function concernedBy(
  recommendations: readonly ConcerningRecommendation[],
  began: PlainDate,
): Map<OrganisationId, RecommendationId[]> {
  const concerned = new Map<OrganisationId, RecommendationId[]>()
  for (const { recommendationId, informedOn, settled, closedOn, organisations } of recommendations) {
    const recent = closedOn !== null && closedOn >= began
    if (informedOn === null || (settled && !recent)) continue
    for (const organisationId of new Set(organisations)) {
      concerned.set(organisationId, [...(concerned.get(organisationId) ?? []), recommendationId])
    }
  }
  return concerned
}

const Count = z.int().nonnegative()
export const SelfAssessedCounts = z.strictObject({
  fully: Count,
  partly: Count,
  'not-yet': Count,
  'no-longer-concerns': Count,
})
export type SelfAssessedCounts = z.infer<typeof SelfAssessedCounts>

/** How many recommendations an organisation says stand where. */
export function selfAssessedCounts({ recommendations }: SelfAssessmentAnswers): SelfAssessedCounts {
  const standing = (wanted: SelfAssessed) => recommendations.filter((one) => one.standing === wanted).length
  return {
    fully: standing('fully'),
    partly: standing('partly'),
    'not-yet': standing('not-yet'),
    'no-longer-concerns': standing('no-longer-concerns'),
  }
}
