import { z } from 'zod'
import { text } from '../text/text.ts'

/** The sub-ticks of category 8, a perinatal or neonatal event; the words of the national form were not checked. */
export const PerinatalKind = z.enum([
  'immaturity-or-prematurity',
  'perinatal-asphyxia',
  'perinatally-acquired-infection',
  'other',
])
export type PerinatalKind = z.infer<typeof PerinatalKind>

/** Whether the death should be referred for further enquiry. */
export const ReferralAnswer = z.enum(['yes', 'no', 'already-done'])
export type ReferralAnswer = z.infer<typeof ReferralAnswer>

/** To whom a panel may find that a death should be referred; anybody else in words. */
export const PanelReferrals = z.strictObject({
  police: ReferralAnswer,
  coroner: ReferralAnswer,
  hse: ReferralAnswer,
  /** For a child safeguarding practice review. */
  cspr: ReferralAnswer,
  elsewhere: text(500).optional(),
})
export type PanelReferrals = z.infer<typeof PanelReferrals>

const Planned = z.enum(['needed', 'already-arranged', 'not-needed', 'not-wanted', 'not-known'])

/** What is planned for the family after the panel: codes, and a role where none of them fits. */
export const FamilyFollowUp = z.strictObject({
  feedbackBy: z
    .enum(['key-worker', 'consultant', 'general-practitioner', 'designated-doctor', 'other', 'nobody'])
    .optional(),
  feedbackByOther: text(200).optional(),
  feedbackWithin: z.enum(['two-weeks', 'four-weeks', 'three-months', 'later', 'already-done']).optional(),
  genetics: Planned.optional(),
  siblingScreening: Planned.optional(),
  bereavementSupport: Planned.optional(),
})
export type FamilyFollowUp = z.infer<typeof FamilyFollowUp>

/** What a panel says beside category, factors and outcome. An analysis made before the form asked for it has none of it. */
export const analysisOutputs = {
  perinatalKinds: z.array(PerinatalKind).min(1).optional(),
  perinatalOther: text(200).optional(),
  issues: z.array(text(2_000)).max(30).optional(),
  /** One point each; `learning` is the one text the form asked for before. */
  learningPoints: z.array(text(10_000)).max(30).optional(),
  goodPractice: z.array(text(2_000)).max(30).optional(),
  followUp: FamilyFollowUp.optional(),
  referrals: PanelReferrals.optional(),
} as const
