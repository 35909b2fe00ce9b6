import { AreaId, CaseId, PackId, Refusal, takesPackDecisions } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { casesRead } from './agenda.ts'
import { addDecision, decisionsOf, openAmong } from './decision-store.ts'
import { rowOf, standingOf } from './freshness.ts'
import { packCasesOf, saveOpen } from './pack-case-store.ts'
import { lockPack, stepPack } from './pack-store.ts'

const Decided = z.strictObject({
  /** The very text that was read: what was decided of it holds for no other. */
  mark: z.string().max(60),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  hide: z.boolean(),
})

/**
 * Decides on doubtful pieces of the texts of a case: each is taken out, or left. Until the pack is signed a decision can be
 * taken back by another one.
 * @throws Refusal `not-found`; `stale` once the pack is signed, or where a text is not the one that was read;
 * `pack-out-of-date` when a text of the case changed since the pack was built
 */
export const decideFindings = requires('pack:build')
  .input(
    z.strictObject({
      areaId: AreaId,
      packId: PackId,
      caseId: CaseId,
      decisions: z.array(Decided).min(1).max(500),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, packId, caseId, decisions } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'pack.decide', input, outcome: z.null() },
      async (tx) => {
        requireClass(await seeCase(tx, person, areaId, caseId, { lock: true }), 'identity')
        const pack = await lockPack(tx, areaId, packId)
        const item = (await casesRead(tx, areaId, pack.panelMeetingId)).find((one) => one.caseId === caseId)
        const row = rowOf(await packCasesOf(tx, areaId, packId), caseId)
        if (item === undefined || row === null) throw new Refusal('not-found')
        if (!takesPackDecisions(pack.state)) throw new Refusal('stale')
        const { screened, standing } = await standingOf(tx, parts, areaId, pack, { item, row, known: null })
        if (standing !== 'same') throw new Refusal('pack-out-of-date')
        const at = parts.clock.now()
        for (const { mark, start, end, hide } of decisions) {
          const narrative = screened.find((one) => one.mark === mark)
          const finding = narrative?.findings.find(
            (one) => one.certainty === 'doubtful' && one.start === start && one.end === end,
          )
          if (narrative === undefined || finding === undefined) throw new Refusal('stale')
          await addDecision(tx, { areaId, caseId }, { narrative, finding }, { hide, by: person.personId, at })
        }
        const open = openAmong(screened, await decisionsOf(tx, areaId, caseId))
        await saveOpen(tx, { areaId, packId, caseId }, open)
        const anyOpen = (await packCasesOf(tx, areaId, packId)).some((one) => (one.open ?? 0) > 0)
        await stepPack(tx, areaId, packId, anyOpen ? 'awaiting-decisions' : 'ready')
        await parts.audit.record(tx, actor, areaId, {
          action: 'pack.decide',
          object: { kind: 'case', id: caseId },
          fieldClasses: ['identity', 'agency-return', 'family'],
        })
        return null
      },
    )
  })
