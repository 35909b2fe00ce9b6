import { z } from 'zod'

/** Completed weeks of pregnancy at birth, in the bands of the national release (domain reference 2.5). */
export const GestationBand = z.enum(['under-24w', '24-27w', '28-31w', '32-36w', '37w-and-over'])
export type GestationBand = z.infer<typeof GestationBand>

/** The band of so many completed weeks. */
export function gestationBand(completedWeeks: number): GestationBand {
  if (completedWeeks < 24) return 'under-24w'
  if (completedWeeks < 28) return '24-27w'
  if (completedWeeks < 32) return '28-31w'
  return completedWeeks < 37 ? '32-36w' : '37w-and-over'
}
