import { type Actor, AreaId, CaseId } from '@cdop/domain'
import { requirePerson } from '../area/area-access.ts'
import type { Parts } from '../parts.ts'
import { seeFileable } from './fileable-case.ts'
import type { Sending } from './sending.ts'

/** Which case a person files to. */
export const filedTo = { areaId: AreaId, caseId: CaseId }

/** A person of the area files to a case. @throws Refusal `forbidden` for anybody else */
export function filing(
  { actor, parts }: { actor: Actor; parts: Parts },
  { areaId, caseId }: { areaId: AreaId; caseId: CaseId },
): Sending {
  const person = requirePerson(actor)
  return {
    actor,
    parts,
    areaId,
    sender: { personId: person.personId, informationRequestId: null },
    account: actor,
    async see(tx, options) {
      await seeFileable(tx, person, areaId, caseId, options)
      return caseId
    },
  }
}
