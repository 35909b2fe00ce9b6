import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type Actor, AreaId, NotificationDraftId, Refusal } from '@cdop/domain'
import { blindIndex, newDataKey } from '@cdop/encryption'
import type { Answers, CompiledForm } from '@cdop/forms'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import type { Completes } from './complete-asked.ts'
import { wakeDestruction } from './destroy-drafts.ts'
import { presentForm, sealCarried, sealDraft } from './draft-answers.ts'
import { countOneMore } from './draft-count-store.ts'
import { DRAFT_HOURS, MOST_BY_VISITOR, MOST_IN_AREA, minutesAfter } from './draft-limits.ts'
import { insertDraft } from './draft-store.ts'

export const Begun = z.strictObject({ areaId: AreaId, notificationDraftId: NotificationDraftId })

/** @throws Refusal `too-many-begun` */
export async function countBeginning(
  tx: Db,
  { keys, clock }: Parts,
  areaId: AreaId,
  visitor: string,
): Promise<void> {
  const at = clock.now()
  const hour = { since: minutesAfter(at, -60), at }
  const whose = { areaId, whoseHash: blindIndex(keys, 'visitor', visitor) }
  const area = { areaId, whoseHash: blindIndex(keys, 'visitor', areaId) }
  const allowed =
    (await countOneMore(tx, { ...whose, what: 'begun-by-visitor' }, { ...hour, most: MOST_BY_VISITOR })) &&
    (await countOneMore(tx, { ...area, what: 'begun-in-area' }, { ...hour, most: MOST_IN_AREA }))
  if (!allowed) throw new Refusal('too-many-begun')
}

/** Begins a draft with these answers, and sees to it that it is destroyed in time. */
export async function addDraft(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: Parts },
  areaId: AreaId,
  {
    form,
    answers,
    carried,
    completes = null,
  }: { form: CompiledForm; answers: Answers; carried: Answers | null; completes?: Completes | null },
): Promise<NotificationDraftId> {
  const { keys, clock } = parts
  const draftId = NotificationDraftId.parse(randomUUID())
  const wrapped = newDataKey(keys, areaId, draftId)
  const startedAt = clock.now()
  await insertDraft(
    tx,
    { areaId, draftId },
    {
      wrapped,
      formVersion: form.version,
      answers: sealDraft(keys, { areaId, draftId, wrapped }, { form, answers }, startedAt),
      carried: carried === null ? null : sealCarried(keys, { areaId, draftId, wrapped }, carried),
      completes,
      startedAt,
      endsAt: minutesAfter(startedAt, DRAFT_HOURS * 60),
    },
  )
  await wakeDestruction(tx, { areaId, draftId }, DRAFT_HOURS * 3600)
  await parts.audit.record(tx, actor, areaId, {
    action: 'notification-draft.begin',
    object: { kind: 'notification-draft', id: draftId },
  })
  return draftId
}

/**
 * Begins a notification for somebody without an account. `visitor` tells one browser from another and is kept only as a
 * keyed hash, to count.
 * @throws Refusal `too-many-begun`
 */
export const beginDraft = requires('notification-draft:open')
  .input(z.strictObject({ areaId: AreaId, visitor: z.string().min(8).max(100), key: AttemptKey }))
  .output(Begun)
  .mutation(({ ctx, input }) => {
    const { areaId, visitor } = input
    return changeOnce(
      ctx,
      { procedure: 'notification-draft.begin', areaId, input, outcome: Begun },
      async (tx) => {
        await countBeginning(tx, ctx.parts, areaId, visitor)
        const form = presentForm(ctx.parts.clock.today())
        return {
          areaId,
          notificationDraftId: await addDraft(tx, ctx, areaId, { form, answers: {}, carried: null }),
        }
      },
    )
  })
