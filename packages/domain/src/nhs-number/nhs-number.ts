import { z } from 'zod'

/** The check digit of nine digits, or null when no valid number begins with them (NHS Data Dictionary, modulus 11). */
export function nhsCheckDigit(nine: string): number | null {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = 11 - (sum % 11)
  if (check === 10) return null
  return check === 11 ? 0 : check
}

function isValid(digits: string): boolean {
  const repeated = /^(\d)\1{9}$/.test(digits)
  return !repeated && nhsCheckDigit(digits.slice(0, 9)) === Number(digits[9])
}

/**
 * Ten digits with a valid check digit; spaces are accepted and removed. A digit repeated ten times passes modulus 11
 * and is refused all the same: nobody has ever been issued one.
 */
export const NhsNumber = z
  .string()
  .max(20)
  .transform((typed) => typed.replaceAll(' ', ''))
  .pipe(
    z
      .string()
      .regex(/^\d{10}$/, { message: 'must be 10 digits' })
      .refine(isValid, { message: 'is not a valid NHS number' }),
  )
  .brand<'NhsNumber'>()
export type NhsNumber = z.infer<typeof NhsNumber>

/** Numbers beginning 999 are never issued: demonstration and test data use only these, a live system refuses them. */
export function isTestRange(number: NhsNumber): boolean {
  return number.startsWith('999')
}
