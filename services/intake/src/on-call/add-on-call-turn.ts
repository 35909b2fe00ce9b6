import { randomUUID } from 'node:crypto'
import { AreaId, Instant, OnCallPart, PhoneNumber, Refusal, TurnId, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { WebhookUrl } from './on-call-turn.ts'
import { requirePerson } from './require-person.ts'
import { addTurn } from './rota-store.ts'

const Outcome = z.strictObject({ turnId: TurnId })

/** Milliseconds a turn may last: a rota is made for weeks, and one that never ends is a mistake. */
const LONGEST = 62 * 24 * 3_600_000

const Turn = z.strictObject({
  areaId: AreaId,
  key: AttemptKey,
  part: OnCallPart,
  name: text(120),
  email: z.email().max(254),
  phone: PhoneNumber.nullable(),
  webhook: WebhookUrl.nullable(),
  from: Instant,
  until: Instant,
})

/**
 * Puts somebody on call for a stretch of time.
 * @throws Refusal `turns-overlap` when that part is taken for some of it, `dates-out-of-order` when it ends before it
 * begins, is over already or lasts longer than two months, `invalid-answers` for a webhook that is not https
 */
export const addOnCallTurn = requires('rota:write')
  .input(Turn)
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const person = requirePerson(actor)
    const { areaId, key: _, ...turn } = input
    const now = parts.clock.now()
    const lasts = Date.parse(turn.until) - Date.parse(turn.from)
    if (lasts <= 0 || lasts > LONGEST || turn.until <= now) throw new Refusal('dates-out-of-order', ['until'])
    if (parts.deployment === 'live' && turn.webhook?.startsWith('http:')) {
      throw new Refusal('invalid-answers', ['webhook'])
    }
    return changeOnce(ctx, { procedure: 'rota.add', areaId, input, outcome: Outcome }, async (tx) => {
      const turnId = TurnId.parse(randomUUID())
      const added = await addTurn(tx, areaId, { turnId, ...turn }, { by: person.personId, at: now })
      if (!added) throw new Refusal('turns-overlap')
      await parts.audit.record(tx, actor, areaId, {
        action: 'rota.add',
        object: { kind: 'turn', id: turnId },
      })
      return { turnId }
    })
  })
