import {
  AreaId,
  AuthorityCode,
  assessScope,
  Lsoa,
  NotificationId,
  Refusal,
  ResidencyBasis,
  residencyAgrees,
  ScopeAssessment,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { lockUndecided } from '../notification/decide.ts'
import { saveScope } from '../notification/standing.ts'
import { requires } from '../rpc.ts'
import { personDeciding } from './person-deciding.ts'
import { addResidencyDecision } from './scope-decision-store.ts'

const Residency = z.strictObject({
  areaId: AreaId,
  notificationId: NotificationId,
  key: AttemptKey,
  version: z.int().positive(),
  /** Null exactly for a child who did not live in England. */
  localAuthority: AuthorityCode.nullable(),
  lsoa: Lsoa.nullable(),
  basis: ResidencyBasis,
  /** The other area's panel with whom it was agreed. */
  agreedWithArea: AreaId.nullable(),
})

const Decided = z.strictObject({ version: z.int(), scope: ScopeAssessment })

/**
 * Records where a child normally lived, and on what grounds; scope follows it from then on. May be done again while the
 * notification is undecided: the earlier decision is kept and no longer counts.
 * @throws Refusal `invalid-answers` when the grounds and the authority do not say the same, `notification-decided`,
 * `stale`
 */
export const decideResidency = requires('notification:accept')
  .input(Residency)
  .output(Decided)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'notification.decideResidency', areaId: input.areaId, input, outcome: Decided },
      async (tx) => {
        const { actor, parts } = ctx
        const { areaId, notificationId, key: _key, version: _version, ...said } = input
        if (!residencyAgrees(said)) throw new Refusal('invalid-answers', ['basis'])
        if (said.agreedWithArea === areaId) throw new Refusal('invalid-answers', ['agreedWithArea'])
        const { stored, read, decisions } = await lockUndecided(tx, parts.keys, input)
        const residency = { ...said, decidedBy: personDeciding(actor), decidedAt: parts.clock.now() }
        const version = await addResidencyDecision(tx, input, residency)
        await parts.audit.record(tx, actor, areaId, {
          action: 'notification.decide-residency',
          object: { kind: 'notification', id: notificationId },
          fieldClasses: ['identity'],
        })
        const scope = assessScope(read.content, stored.area, { ...decisions, residency })
        await saveScope(tx, input, scope)
        return { version, scope }
      },
    ),
  )
