import {
  FAMILY_ROLES,
  FINDING_KINDS,
  FINDING_REASONS,
  PLACE_KINDS,
  PROFESSIONS,
} from '@cdop/de-identification'
import { FamilyQuestionId, InformationRequestId, OrganisationKind } from '@cdop/domain'
import { z } from 'zod'
import { ReturnedFormName } from '../returned-form/returned-form-store.ts'

/**
 * Where a text comes from: what the family tells of its child or asks of the panel, the summary written for the panel, or a
 * question of a form an agency returned.
 */
export const NarrativeSource = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('portrait') }),
  z.strictObject({ of: z.literal('family-question'), familyQuestionId: FamilyQuestionId }),
  z.strictObject({ of: z.literal('summary') }),
  z.strictObject({
    of: z.literal('return'),
    informationRequestId: InformationRequestId,
    organisationKind: OrganisationKind,
    form: ReturnedFormName,
    path: z.string(),
  }),
])
export type NarrativeSource = z.infer<typeof NarrativeSource>

const Entity = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('family'), key: z.string(), role: z.enum(FAMILY_ROLES) }),
  z.strictObject({ type: z.literal('household'), key: z.string() }),
  z.strictObject({ type: z.literal('staff'), key: z.string(), profession: z.enum(PROFESSIONS) }),
  z.strictObject({ type: z.literal('place'), key: z.string(), kind: z.enum(PLACE_KINDS) }),
])

export const KeptFinding = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  kind: z.enum(FINDING_KINDS),
  certainty: z.enum(['certain', 'doubtful']),
  reason: z.enum(FINDING_REASONS),
  own: z.boolean(),
  instead: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('entity'), entity: Entity }),
    z.strictObject({ type: z.literal('words'), words: z.string() }),
  ]),
})
export type KeptFinding = z.infer<typeof KeptFinding>

/** What was found in one text of a case. The text itself stays where it is; its mark says whether it is still the same. */
export const ScreenedNarrative = z.strictObject({
  source: NarrativeSource,
  label: z.string(),
  /** A keyed hash of the very text. */
  mark: z.string(),
  findings: z.array(KeptFinding),
})
export type ScreenedNarrative = z.infer<typeof ScreenedNarrative>

/** How many findings of a kind a case has. */
export const CountedKind = z.strictObject({
  kind: z.enum(FINDING_KINDS),
  replaced: z.int().nonnegative(),
  own: z.int().nonnegative(),
  doubtful: z.int().nonnegative(),
})
export type CountedKind = z.infer<typeof CountedKind>
