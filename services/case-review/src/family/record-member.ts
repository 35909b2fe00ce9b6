import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, FamilyMemberId, FamilyMemberSaid, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { writeOfFamily } from './family-case.ts'
import { addMember, addMemberEntry, findMember } from './member-store.ts'

const Recorded = z.strictObject({ familyMemberId: FamilyMemberId, version: z.number().int().positive() })

/**
 * Records a parent or carer, apart from every other, or what is known of one now: each change is a further version, made
 * from the one it names. Without a version they are new.
 * @throws Refusal `stale` when somebody changed it since, `not-found`
 */
export const recordMember = requires('family:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      changes: z
        .strictObject({ familyMemberId: FamilyMemberId, version: z.number().int().positive() })
        .nullable(),
      said: FamilyMemberSaid,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, changes, said } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.record-member', input, outcome: Recorded },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        const now = { by: person.personId, at: parts.clock.now() }
        const familyMemberId = changes?.familyMemberId ?? FamilyMemberId.parse(randomUUID())
        let [place, entry] = [caseId, 1]
        if (changes === null) {
          if (said.inError) throw new Refusal('invalid-answers', ['inError'])
          await addMember(tx, { areaId, caseId, familyMemberId }, now.at)
        } else {
          const known = await findMember(tx, areaId, found.caseIds, familyMemberId)
          if (known === null) throw new Refusal('not-found')
          if (known.version !== changes.version) throw new Refusal('stale')
          ;[place, entry] = [known.caseId, known.version + 1]
        }
        const cipher = await caseCipher(tx, parts.keys, areaId, place)
        await addMemberEntry(tx, cipher, { areaId, familyMemberId, entry }, said, now)
        await parts.audit.record(tx, actor, areaId, {
          action: 'family.record-member',
          object: { kind: 'case', id: caseId },
        })
        return { familyMemberId, version: entry }
      },
    )
  })
