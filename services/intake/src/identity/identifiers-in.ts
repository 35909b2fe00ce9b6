import { z } from 'zod'
import type { ChildIdentity } from './child-identity.ts'
import { namesIn } from './names-in.ts'
import { saysDate } from './says-date.ts'

export const Identifier = z.enum(['name', 'nhs-number', 'date-of-birth', 'date-of-death', 'postcode'])
export type Identifier = z.infer<typeof Identifier>

/** Soft hyphens and other characters nobody sees, which would part a name from itself. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Which of a child's own identifiers a text contains, in whatever spacing, case or date format. */
export function identifiersIn(written: string, child: ChildIdentity): readonly Identifier[] {
  const text = written.normalize('NFKC').replace(UNSEEN, '')
  const closedUp = text.replace(/[^\p{L}\p{N}]+/gu, '').toUpperCase()
  const postcode = (child.postcode ?? '').replace(/[^A-Za-z0-9]+/g, '').toUpperCase()
  const holds: Record<Identifier, boolean> = {
    name: namesIn(text, child),
    'nhs-number': child.nhsNumber !== null && closedUp.includes(child.nhsNumber),
    'date-of-birth': saysDate(text, child.dateOfBirth),
    'date-of-death': saysDate(text, child.dateOfDeath),
    postcode: postcode !== '' && closedUp.includes(postcode),
  }
  return Identifier.options.filter((identifier) => holds[identifier])
}
