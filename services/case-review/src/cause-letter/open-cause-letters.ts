import { AreaId, CaseId, CauseLetterId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { CauseLetter, CauseLetterLine, causeLettersOf, openCauseLetter } from './cause-letter-store.ts'

/** The letters about the registered cause of a death, without their words. */
export const listCauseLetters = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ letters: z.array(CauseLetterLine) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'cause-letter.list',
        object: { kind: 'case', id: caseId },
      })
      return { letters: await causeLettersOf(tx, areaId, seen.found.caseIds) }
    })
  })

/** One of them with its words, which may name the child. Audited first. @throws Refusal `not-found` */
export const readCauseLetter = requires('proceeding:record')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, causeLetterId: CauseLetterId }))
  .output(CauseLetter)
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, causeLetterId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'cause-letter.read',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['identity'],
      })
      const { letter } = await openCauseLetter(tx, parts.keys, areaId, seen.found.caseIds, causeLetterId)
      return letter
    })
  })
