import { z } from 'zod'
import { Refusal } from '../refusal/refusal.ts'

/** The ten categories of the national analysis form, in the order of their precedence. */
export const CategoryOfDeath = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
  z.literal(8),
  z.literal(9),
  z.literal(10),
])
export type CategoryOfDeath = z.infer<typeof CategoryOfDeath>

export const categoryNames: Record<CategoryOfDeath, string> = {
  1: 'Deliberately inflicted injury, abuse or neglect',
  2: 'Suicide or deliberate self-inflicted harm',
  3: 'Trauma and other external factors, including medical/surgical complications/error',
  4: 'Malignancy',
  5: 'Acute medical or surgical condition',
  6: 'Chronic medical condition',
  7: 'Chromosomal, genetic and congenital anomalies',
  8: 'Perinatal/neonatal event',
  9: 'Infection',
  10: 'Sudden unexpected, unexplained death',
}

/**
 * Where more than one category could reasonably be applied, the highest up the list is the primary one.
 * @throws Refusal `analysis-incomplete` when none is given
 */
export function primaryCategory(categories: readonly CategoryOfDeath[]): CategoryOfDeath {
  const [first] = [...categories].sort((a, b) => a - b)
  if (first === undefined) throw new Refusal('analysis-incomplete', ['categories'])
  return first
}
