import { z } from 'zod'

/** No I, L, O, U or Z: 31 characters, a prime, so that the check below catches what it promises. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXY'

/**
 * What people call a case: area code, year of acceptance, a random number with a check character, for example
 * `LDS-2026-4K7QX2-H`. Holds no date of birth and no initials. The check catches any one wrong character of the
 * number and any two neighbours swapped.
 */
export const CaseReference = z
  .string()
  .regex(/^[A-Z]{2,6}-\d{4}-[0-9A-HJKMNP-TV-Y]{6}-[0-9A-HJKMNP-TV-Y]$/)
  .refine((typed) => checkCharacter(typed.slice(0, -2)) === typed.at(-1), {
    message: 'has a mistake in it: check each letter and digit',
  })
  .brand<'CaseReference'>()
export type CaseReference = z.infer<typeof CaseReference>

function checkCharacter(stem: string): string {
  const sum = [...stem].reduce((total, character, index) => {
    const place = ALPHABET.indexOf(character)
    return total + (place < 0 ? character.charCodeAt(0) : place) * (index + 1)
  }, 0)
  return ALPHABET.charAt(sum % ALPHABET.length)
}

/** @param random at least six random bytes */
export function caseReference(areaCode: string, year: number, random: Uint8Array): CaseReference {
  const number = [...random.subarray(0, 6)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
  const stem = `${areaCode}-${year}-${number}`
  return CaseReference.parse(`${stem}-${checkCharacter(stem)}`)
}
