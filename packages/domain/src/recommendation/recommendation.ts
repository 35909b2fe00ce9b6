import { z } from 'zod'

/** Whom a recommendation asks to act: somebody here, several areas together, or a national body (domain reference 2.4.5). */
export const RecommendationLevel = z.enum(['local', 'regional', 'national'])
export type RecommendationLevel = z.infer<typeof RecommendationLevel>

/** Where a recommendation comes from. It can be made at any stage, and those others made are followed too. */
export const RecommendationSource = z.enum([
  'notification',
  'joint-agency-response',
  'review-meeting',
  'panel',
  'rapid-review',
  /** Another body recommended it, and it concerns this area. */
  'elsewhere',
])
export type RecommendationSource = z.infer<typeof RecommendationSource>

/** What recommendations are about, to find and count them by. The words are this product's own. */
export const RecommendationTheme = z.enum([
  'safer-sleeping',
  'smoking',
  'alcohol-and-drugs',
  'maternity-care',
  'genetic-conditions',
  'long-term-conditions',
  'infection-and-sepsis',
  'mental-health-and-self-harm',
  'accidents',
  'abuse-and-neglect',
  'complex-needs',
  'care-abroad',
  'end-of-life-care',
  'bereavement-support',
  'communication-between-agencies',
  'access-to-services',
  'products-and-medicines',
  'other',
])
export type RecommendationTheme = z.infer<typeof RecommendationTheme>
