import { CaseReference } from '../case/case-reference.ts'
import { NhsNumber } from '../nhs-number/nhs-number.ts'

/** What in a text points at one child without any doubt. */
export type Pointer = 'nhs-number' | 'case-reference'

/**
 * Which of them stand in a text. For words of people who may know of no case, which can be held against no child: names
 * are not found.
 */
export function pointersIn(written: string): Pointer[] {
  const numbers = written.match(/(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)/g) ?? []
  const references = written.toUpperCase().match(/[A-Z]{2,6}-\d{4}-[0-9A-Z]{6}-[0-9A-Z]/g) ?? []
  return [
    ...(numbers.some((one) => NhsNumber.safeParse(one.replaceAll(/\D/g, '')).success)
      ? ['nhs-number' as const]
      : []),
    ...(references.some((one) => CaseReference.safeParse(one).success) ? ['case-reference' as const] : []),
  ]
}
