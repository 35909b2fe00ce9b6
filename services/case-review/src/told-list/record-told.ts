import { AreaId, CaseId, type PlainDate, Refusal, Told, ToldRecipient, whoMustBeTold } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { addToldEntry, recipientsRecorded, saveNotTold } from './told-store.ts'

const Recorded = z.strictObject({
  recipient: ToldRecipient,
  /** The newest entry the person saw, 0 when there was none. */
  version: z.number().int().nonnegative(),
  told: Told,
})

/** Nobody is told before the child died, or in the future. @throws Refusal naming the recipients at fault */
function requireDates(
  entries: readonly z.infer<typeof Recorded>[],
  { diedOn, today }: { diedOn: PlainDate; today: PlainDate },
): void {
  const wrong = (is: (on: PlainDate) => boolean) =>
    entries
      .filter(({ told }) => told.outcome === 'told' && is(told.on))
      .map(({ recipient }): string => recipient)
  const ahead = wrong((on) => on > today)
  if (ahead.length > 0) throw new Refusal('date-in-future', ahead)
  const before = wrong((on) => on < diedOn)
  if (before.length > 0) throw new Refusal('dates-out-of-order', before)
}

/**
 * Records who has been told of the death, by whom and when, or why that is not needed: several at once, all or none. A
 * correction is a further entry, made from the one its `version` names.
 * @throws Refusal `stale`, `date-in-future`, `dates-out-of-order`; `invalid-answers` for somebody who is not to be told
 * of a child of this age, or is named twice
 */
export const recordTold = requires('told-list:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      entries: z.array(Recorded).min(1).max(ToldRecipient.options.length),
    }),
  )
  .output(z.strictObject({ notTold: z.number().int().nonnegative() }))
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, entries } = input
    const outcome = z.strictObject({ notTold: z.number().int().nonnegative() })
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'told-list.record', input, outcome },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        const { diedOn, ageBand } = seen.found
        const must = whoMustBeTold(ageBand)
        const named = entries.map(({ recipient }) => recipient)
        const strange = named.filter((one, at) => !must.includes(one) || named.indexOf(one) !== at)
        if (strange.length > 0) throw new Refusal('invalid-answers', strange)
        requireDates(entries, { diedOn, today: parts.clock.today() })
        const recorded = await recipientsRecorded(tx, areaId, caseId)
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const [recordedBy, recordedAt] = [person.personId, parts.clock.now()]
        for (const { recipient, version, told } of entries) {
          if ((recorded.get(recipient) ?? 0) !== version) throw new Refusal('stale')
          const entry = version + 1
          await addToldEntry(
            tx,
            cipher,
            { areaId, caseId },
            { recipient, entry, told, recordedBy, recordedAt },
          )
          recorded.set(recipient, entry)
        }
        const notTold = must.filter((one) => !recorded.has(one)).length
        await saveNotTold(tx, areaId, caseId, notTold)
        await parts.audit.record(tx, actor, areaId, {
          action: 'told-list.record',
          object: { kind: 'case', id: caseId },
        })
        return { notTold }
      },
    )
  })
