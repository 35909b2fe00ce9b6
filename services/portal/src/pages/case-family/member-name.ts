import { relationWords } from '../../wording/family-words.ts'
import type { FamilyMember } from './opened-family.ts'

/** How somebody of a family is called on a page. */
export const memberName = ({ relation, details }: FamilyMember) =>
  `${details.name} (${relationWords[relation].toLowerCase()})`
