import { AreaId, assessScope, Discretion, NotificationId, Refusal, ScopeAssessment } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { lockUndecided } from '../notification/decide.ts'
import { saveScope } from '../notification/standing.ts'
import { requires } from '../rpc.ts'
import { personDeciding } from './person-deciding.ts'
import { addDiscretionDecision } from './scope-decision-store.ts'

const Chosen = z.strictObject({
  areaId: AreaId,
  notificationId: NotificationId,
  key: AttemptKey,
  version: z.int().positive(),
  decision: Discretion,
})

const Decided = z.strictObject({ version: z.int(), scope: ScopeAssessment })

/**
 * Records whether the partners review the death of a child who lived outside England and died here: they may, and need
 * not (Children Act 2004 s.16M(2), rule R9).
 * @throws Refusal `not-discretionary` when another rule already says, `notification-decided`, `stale`
 */
export const decideDiscretion = requires('notification:accept')
  .input(Chosen)
  .output(Decided)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'notification.decideDiscretion', areaId: input.areaId, input, outcome: Decided },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId, notificationId, decision } = input
        const { stored, read, decisions } = await lockUndecided(tx, parts.keys, input)
        const open = assessScope(read.content, stored.area, { ...decisions, discretion: null })
        if (open.ruleId !== 'R9' || open.outcome !== 'pending') throw new Refusal('not-discretionary')
        const version = await addDiscretionDecision(tx, input, decision, {
          decidedBy: personDeciding(actor),
          decidedAt: parts.clock.now(),
        })
        await parts.audit.record(tx, actor, areaId, {
          action: 'notification.decide-discretion',
          object: { kind: 'notification', id: notificationId },
          fieldClasses: ['identity'],
        })
        const scope = assessScope(read.content, stored.area, { ...decisions, discretion: decision })
        await saveScope(tx, input, scope)
        return { version, scope }
      },
    ),
  )
