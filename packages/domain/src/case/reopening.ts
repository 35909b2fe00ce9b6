import { z } from 'zod'
import type { CaseState } from './case-state.ts'

/**
 * Why a finished review begins again: what has become known since. The codes are this product's own; the national forms
 * name none. That an agency answers late is no reason by itself: it reopens the question, not the case.
 */
export const ReopeningReason = z.enum([
  'inquest-concluded-otherwise',
  'criminal-proceedings-ended',
  'new-medical-finding',
  'other-investigation-reported',
  'agency-brought-new-evidence',
  'family-brought-new-evidence',
  'analysis-was-wrong',
  'other',
])
export type ReopeningReason = z.infer<typeof ReopeningReason>

/**
 * A review is reopened once the national database was told of it, be the case closed or not yet: until then what the
 * panel agreed has reached nobody, and the panel's own draft is where it is changed.
 */
export const reopenable: readonly CaseState[] = ['submitted', 'closed']
