import { z } from 'zod'
import { ReportSectionId, requiredSections } from './report-section.ts'
import type { StaleStatement } from './stale-statements.ts'

/** Who signs a report before anybody publishes it. */
export const SigningCapacity = z.enum(['chair', 'scrutineer'])
export type SigningCapacity = z.infer<typeof SigningCapacity>

/** Something that keeps a report from being published, with the section it stands in. */
export const ReportObstacle = z.strictObject({
  kind: z.enum([
    'section-missing',
    'prose-fault',
    'held-sentence',
    'sentence-must-go',
    'not-looked-at',
    'comment-open',
    /** The year its release is of had not ended as it was known: a report of it would stand beside the whole year's. */
    'figures-to-date',
    'not-signed',
  ]),
  section: ReportSectionId.nullable(),
  /** How many of it; of `not-signed`, one for each that is missing. */
  count: z.int().positive(),
  capacity: SigningCapacity.nullable(),
})
export type ReportObstacle = z.infer<typeof ReportObstacle>

/** A section as it stands: what it says, what of it is stale, and what two people decided of sentences in it. */
export type StandingSection = Readonly<{
  section: ReportSectionId
  checked: Readonly<{
    paragraphs: readonly string[]
    faults: readonly unknown[]
    held: readonly Readonly<{ sentence: string }>[]
  }>
  /** It came from an earlier report and nobody has looked at it since. */
  carriedOver: boolean
  stale: readonly StaleStatement[]
  decided: readonly Readonly<{ sentence: string; outcome: 'may-stand' | 'must-go' | null }>[]
  openComments: number
}>

/**
 * All that stands between a report and its readers, in the order of its sections, missing signatures last; `toDate` where its release
 * is of figures to date.
 */
export function reportObstacles(
  sections: readonly StandingSection[],
  signed: readonly SigningCapacity[],
  toDate = false,
): ReportObstacle[] {
  const obstacle = (kind: ReportObstacle['kind'], section: ReportSectionId, count: number) =>
    count === 0 ? [] : [{ kind, section, count, capacity: null }]
  return [
    ...ReportSectionId.options.flatMap((id) => {
      const found = sections.find(({ section }) => section === id)
      if (found === undefined || found.checked.paragraphs.length === 0) {
        return requiredSections.includes(id) ? obstacle('section-missing', id, 1) : []
      }
      const { checked, decided, carriedOver, stale, openComments } = found
      const outcomeOf = (sentence: string) =>
        decided.find((one) => one.sentence === sentence && one.outcome !== null)?.outcome
      const undecided = checked.held.filter(({ sentence }) => outcomeOf(sentence) === undefined)
      const refused = checked.held.filter(({ sentence }) => outcomeOf(sentence) === 'must-go')
      return [
        ...obstacle('prose-fault', id, checked.faults.length),
        ...obstacle('held-sentence', id, undecided.length),
        ...obstacle('sentence-must-go', id, refused.length),
        ...obstacle('not-looked-at', id, carriedOver ? Math.max(1, stale.length) : stale.length),
        ...obstacle('comment-open', id, openComments),
      ]
    }),
    ...(toDate ? [{ kind: 'figures-to-date' as const, section: null, count: 1, capacity: null }] : []),
    ...SigningCapacity.options
      .filter((capacity) => !signed.includes(capacity))
      .map((capacity) => ({ kind: 'not-signed' as const, section: null, count: 1, capacity })),
  ]
}
