import { randomUUID } from 'node:crypto'
import {
  AreaId,
  allowsContact,
  bringsBack,
  CaseId,
  FamilyMemberId,
  FamilyMemberSaid,
  mayDo,
  Refusal,
  text,
} from '@cdop/domain'
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
 * from the one it names. Without a version they are new. Whoever must not be contacted stays so until the coordinator or
 * the designated doctor says why they may be.
 * @throws Refusal `stale` when somebody changed it since, `not-found` also for somebody recorded wrongly who would be part of the family
 * again, `contact-not-theirs-to-allow`; `invalid-answers` without a reason
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
      /** Why they may be contacted again. */
      allowedWhy: text(1_000).nullable().default(null),
    }),
  )
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, changes, said, allowedWhy } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'family.record-member', input, outcome: Recorded },
      async (tx) => {
        const { found } = await writeOfFamily(tx, parts, person, input)
        const now = { by: person.personId, at: parts.clock.now() }
        const familyMemberId = changes?.familyMemberId ?? FamilyMemberId.parse(randomUUID())
        let [place, entry] = [caseId, 1]
        let allowed = false
        if (changes === null) {
          if (said.inError) throw new Refusal('invalid-answers', ['inError'])
          await addMember(tx, { areaId, caseId, familyMemberId }, now.at)
        } else {
          const known = await findMember(tx, areaId, found.caseIds, familyMemberId)
          if (known === null || bringsBack(known, said)) throw new Refusal('not-found')
          if (known.version !== changes.version) throw new Refusal('stale')
          ;[place, entry] = [known.caseId, known.version + 1]
          allowed = allowsContact(known, said)
        }
        if (allowed) {
          if (!mayDo(person, 'family:allow-contact')) throw new Refusal('contact-not-theirs-to-allow')
          if (allowedWhy === null) throw new Refusal('invalid-answers', ['allowedWhy'])
        }
        const cipher = await caseCipher(tx, parts.keys, areaId, place)
        const kept = { ...said, allowedWhy: allowed ? allowedWhy : null }
        await addMemberEntry(tx, cipher, { areaId, familyMemberId, entry }, kept, now)
        await parts.audit.record(tx, actor, areaId, {
          action: allowed ? 'family.allow-contact' : 'family.record-member',
          object: { kind: 'case', id: caseId },
        })
        return { familyMemberId, version: entry }
      },
    )
  })
