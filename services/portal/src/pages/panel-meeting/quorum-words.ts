import type { Quorum } from '@cdop/domain'
import { requiredAgencyWords } from '../../wording/quorum-rule-words.ts'
import { writtenCount } from '../../wording/written-count.ts'

/** What a panel lacks, one reason after the other. */
function lacking({ more, missing }: Quorum): string {
  return [
    ...(more === null ? ['who attended is not recorded yet'] : []),
    ...(more !== null && more > 0 ? [`${more} more needed`] : []),
    ...missing.map((oneOf) => `nobody for ${requiredAgencyWords(oneOf)}`),
  ].join('; ')
}

/** Why a panel is not quorate, as a sentence. */
export function notQuorateWords(quorum: Quorum): string {
  return `The panel is not quorate for this case with ${writtenCount(quorum.counted, 'member')}: ${lacking(quorum)}`
}

/** Quorum for one case in a table. */
export function quorumWords(quorum: Quorum): string {
  const members = writtenCount(quorum.counted, 'member')
  return quorum.quorate ? `Quorate with ${members}` : `Not quorate with ${members}: ${lacking(quorum)}`
}
