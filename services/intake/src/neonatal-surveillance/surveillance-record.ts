import { PlainDate, Sex, text } from '@cdop/domain'
import { z } from 'zod'

/**
 * What a surveillance programme of newborn deaths (MBRRACE-UK and its Cascade, SPEN) has of one when it forwards it: who
 * and when for certain, the rest if the unit has entered it by then. `recordId` is the programme's own and the same
 * whenever it is sent again.
 */
export const SurveillanceRecord = z.strictObject({
  recordId: z.uuid(),
  familyName: text(200),
  givenNames: text(200).optional(),
  nhsNumber: z.string().optional(),
  sex: Sex.optional(),
  bornOn: PlainDate,
  diedOn: PlainDate,
  gestationWeeks: z.int().optional(),
  birthWeightGrams: z.int().optional(),
  multipleBirth: z.enum(['one', 'twins', 'triplets', 'more']).optional(),
  /** Of twins or more: which this baby was. */
  birthOrder: z.int().min(1).max(8).optional(),
  unit: text(200).optional(),
})
export type SurveillanceRecord = z.infer<typeof SurveillanceRecord>
