import { z } from 'zod'

/** Age at death in the bands of the national release. */
export const AgeBandCode = z.enum(['0-27d', '28-364d', '1-4y', '5-9y', '10-14y', '15-17y'])
export type AgeBandCode = z.infer<typeof AgeBandCode>

/** Sex as the national forms record it. */
export const SexCode = z.enum(['male', 'female', 'indeterminate', 'not-known'])
export type SexCode = z.infer<typeof SexCode>

/** Ethnic groups as the national release publishes them. */
export const EthnicGroupCode = z.enum([
  'asian-or-asian-british',
  'black-or-black-british',
  'mixed',
  'white',
  'other',
  'not-known',
])
export type EthnicGroupCode = z.infer<typeof EthnicGroupCode>

/** Where the child died, as the reporting form lists it. */
export const PlaceOfDeathCode = z.enum([
  'hospital-emergency-department',
  'hospital-paediatric-ward',
  'hospital-neonatal-unit',
  'hospital-intensive-care-unit',
  'hospital-delivery-suite',
  'hospital-other',
  'home-of-normal-residence',
  'other-private-residence',
  'foster-home',
  'residential-care',
  'public-place',
  'school',
  'hospice',
  'mental-health-inpatient-unit',
  'abroad',
  'other',
  'not-known',
])
export type PlaceOfDeathCode = z.infer<typeof PlaceOfDeathCode>

/** Whether the death was expected. */
export const ExpectednessCode = z.enum(['expected', 'unexpected', 'not-known'])
export type ExpectednessCode = z.infer<typeof ExpectednessCode>

/** What the panel agreed about modifiable factors. */
export const ModifiabilityCode = z.enum([
  'modifiable-factors-identified',
  'no-modifiable-factors',
  'inadequate-information',
])
export type ModifiabilityCode = z.infer<typeof ModifiabilityCode>

/**
 * The fifth of all small areas a child lived in, 1 the most deprived, and by which index: those of two indices are never counted
 * as one. `not-known` also where no list of postcodes was loaded when the notification was accepted.
 */
export const DeprivationCode = z.string().regex(/^(IMD\d{4}-[1-5]|not-known)$/)
export type DeprivationCode = z.infer<typeof DeprivationCode>

/** Urban or rural, by the classification of the list that was loaded. */
export const RuralUrbanCode = z.enum(['urban', 'rural', 'not-known'])
export type RuralUrbanCode = z.infer<typeof RuralUrbanCode>

/** Completed weeks at birth in bands. `not-known`: asked, and nobody knew. `not-recorded`: not asked, left blank, or told before it was told. */
export const GestationCode = z.enum([
  'under-24w',
  '24-27w',
  '28-31w',
  '32-36w',
  '37w-and-over',
  'not-known',
  'not-recorded',
])
export type GestationCode = z.infer<typeof GestationCode>

/** What children's social care had with the child, as notified: the first of these that applied. */
export const SocialCareCode = z.enum([
  'looked-after',
  'protection-plan',
  'child-in-need',
  'none-recorded',
  'not-known',
  'not-recorded',
])
export type SocialCareCode = z.infer<typeof SocialCareCode>

/** Whether the death called for a joint agency response, and whether one had begun when it was notified. */
export const JointResponseCode = z.enum([
  'called-for-begun',
  'called-for-not-begun',
  'called-for-not-recorded',
  'not-called-for',
  'not-known',
])
export type JointResponseCode = z.infer<typeof JointResponseCode>

/** Whether a child safeguarding practice review, or a rapid review, is known of. */
export const SafeguardingReviewCode = z.enum(['known-of', 'none-known-of'])
export type SafeguardingReviewCode = z.infer<typeof SafeguardingReviewCode>

/** Whether the review ever had to wait for an inquest. */
export const InquestCode = z.enum(['waited-for-inquest', 'did-not-wait'])
export type InquestCode = z.infer<typeof InquestCode>

/** How long a review took from the death, in calendar months. */
export const TookCode = z.enum(['within-6', 'within-12', 'over-12', 'not-known'])
export type TookCode = z.infer<typeof TookCode>

/** How far a case is, or how long it has been open; `not-open` once a panel has reviewed it. */
export const StageCode = z.enum([
  'gathering',
  'review-meeting-held',
  'review-meeting-not-held',
  'listed',
  'deferred',
  'not-open',
])
export type StageCode = z.infer<typeof StageCode>

/** For how long an open case has been open, from the death, in calendar months. */
export const OpenForCode = z.enum(['up-to-6', '6-to-12', '12-to-24', 'over-24', 'not-open'])
export type OpenForCode = z.infer<typeof OpenForCode>

/** What an open case waits for outside the panel's control. */
export const WaitsForCode = z.enum(['inquest', 'criminal-proceedings', 'other-hold', 'no-hold', 'not-open'])
export type WaitsForCode = z.infer<typeof WaitsForCode>

/** The four domains of the analysis form. */
export const DomainCode = z.enum(['intrinsic', 'social', 'physical', 'service'])
export type DomainCode = z.infer<typeof DomainCode>

/** Whether a review meeting of those who cared for the child was held, and if not, why not. */
export const ReviewMeetingCode = z.enum([
  'held-and-reported',
  'held-not-reported',
  'perinatal-review-served-as-the-meeting',
  'joint-agency-response-served-as-the-meeting',
  'died-abroad',
  'professionals-no-longer-reachable',
  'other',
  'none-recorded',
])
export type ReviewMeetingCode = z.infer<typeof ReviewMeetingCode>

/** How long after the death the first review meeting was held, in calendar months. */
export const MeetingTookCode = z.enum([
  'within-3',
  'within-6',
  'within-12',
  'over-12',
  'no-meeting',
  'not-known',
])
export type MeetingTookCode = z.infer<typeof MeetingTookCode>

/** Whether the notification named a key worker for the family. */
export const KeyWorkerCode = z.enum(['named', 'not-known', 'not-recorded'])
export type KeyWorkerCode = z.infer<typeof KeyWorkerCode>
