import { type Quorum, usualQuorum } from '@cdop/domain'
import { agencyWords } from '../../user/role-words.ts'
import { listed } from '../../wording/in-words.ts'

/** Why a panel is not quorate, as a sentence: which agencies are missing, or that too few are there. */
export function notQuorateWords(missing: Quorum['missing']): string {
  if (missing.length === 0)
    return `The panel is not quorate: fewer than ${usualQuorum.minMembers} members count`
  const agencies = missing.map((agency) => agencyWords[agency].toLowerCase())
  return `The panel is not quorate for this case: nobody counts for ${listed(agencies, 'or')}`
}

/** Quorum for one case in a table. */
export function quorumWords({ quorate, counted, missing }: Quorum): string {
  const members = `${counted} ${counted === 1 ? 'member' : 'members'}`
  if (quorate) return `Quorate with ${members}`
  if (missing.length === 0) return `Not quorate: ${members} of ${usualQuorum.minMembers}`
  const agencies = missing.map((agency) => agencyWords[agency].toLowerCase())
  return `Not quorate with ${members}: no ${listed(agencies, 'or')}`
}
