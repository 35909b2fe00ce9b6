import { randomInt } from 'node:crypto'
import { z } from 'zod'

/** Read aloud and written down without a mistake: no character looks like another. */
const CHARACTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 5
const OF = 4

/** What opens one copy of a pack: some 99 bits, in groups. It is kept nowhere. */
export const Passphrase = z
  .string()
  .regex(new RegExp(`^[${CHARACTERS}]{${OF}}(?:-[${CHARACTERS}]{${OF}}){${GROUPS - 1}}$`))

/** A new one, by the system's source of chance. */
export function newPassphrase(): string {
  const group = () => Array.from({ length: OF }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}
