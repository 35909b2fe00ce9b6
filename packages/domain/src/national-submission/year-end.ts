import { z } from 'zod'
import { MAPPING_IN_USE, nationalMapping } from './national-mapping.ts'

/**
 * What is left to do of a reporting year's deaths before the national database closes it. `not-finalised`: what the panel
 * agreed has not been acknowledged, and nobody recorded the day it was told. `not-acknowledged`: something was asked to be
 * sent and has no receipt. `rejected`: the newest of its kind was. `blank-demographics`: the notification leaves blank who
 * the child was, as far as the national database counts by it.
 */
export const YearEndList = z.enum(['not-finalised', 'not-acknowledged', 'rejected', 'blank-demographics'])
export type YearEndList = z.infer<typeof YearEndList>

const belongsToChild = (field: string) => field.startsWith('child.') || field.startsWith('residence.')

/** The questions of the notification form that say who the child was, as far as they go to the national database. */
export const demographicQuestions: readonly string[] = nationalMapping(MAPPING_IN_USE)
  .fields.notification.filter(({ field }) => belongsToChild(field))
  .map(({ question }) => question)
