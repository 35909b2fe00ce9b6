import { AlertSide, AreaId, type Person, Refusal, type Role, sidesWaiting, UrgentAlertId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { acknowledgementsOf, addAcknowledgement } from './acknowledgement-store.ts'
import { lockAlert } from './alert-store.ts'
import { endWatch } from './alert-watch.ts'
import { KnownName } from './alert-words.ts'

const Waiting = z.strictObject({ waiting: z.array(AlertSide) })

/** Who may say of themselves that they know: public health sits on the panel and has no role of its own. */
const speaksFor: Readonly<Record<AlertSide, readonly Role[]>> = {
  'designated-doctor': ['designated-doctor'],
  'public-health': ['panel-member', 'chair'],
}

/** @throws Refusal `forbidden` for whoever neither speaks for the side nor may say for somebody else that they know */
function requireSpeaker({ roles }: Person, side: AlertSide, name: string | null): void {
  const may = name === null ? speaksFor[side] : (['coordinator', 'designated-doctor'] as const)
  if (!may.some((role) => roles.includes(role))) throw new Refusal('forbidden')
}

/**
 * Says that a side knows of an alert: whoever acts does, or somebody by name who was told by telephone, which a coordinator
 * or designated doctor records. Once both sides know nobody is reminded.
 * @throws Refusal `forbidden`, `not-allowed-in-this-state` once it is closed, `not-found`
 */
export const acknowledgeAlert = requires('urgent-alert:acknowledge')
  .input(
    z.strictObject({
      areaId: AreaId,
      alertId: UrgentAlertId,
      key: AttemptKey,
      side: AlertSide,
      /** Who was told by telephone; null for whoever acts. */
      name: KnownName.nullable(),
    }),
  )
  .output(Waiting)
  .mutation(({ ctx: { actor, parts }, input }) => {
    if (actor.kind !== 'person') throw new Refusal('forbidden')
    const { areaId, alertId, side, name } = input
    requireSpeaker(actor, side, name)
    const change = { procedure: 'urgentAlert.acknowledge', areaId, input, outcome: Waiting }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const found = await lockAlert(tx, areaId, alertId)
      if (found === null) throw new Refusal('not-found')
      if (found.outcome !== null) throw new Refusal('not-allowed-in-this-state')
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const before = await acknowledgementsOf(tx, cipher, areaId, alertId)
      const said = before.some(
        (one) => one.side === side && one.name === null && name === null && one.recordedBy === actor.personId,
      )
      if (!said) {
        const known = { side, name, recordedBy: actor.personId, recordedAt: parts.clock.now() }
        await addAcknowledgement(tx, cipher, areaId, alertId, known)
        await parts.audit.record(tx, actor, areaId, {
          action: 'urgent-alert.acknowledge',
          object: { kind: 'urgent-alert', id: alertId },
        })
      }
      const waiting = sidesWaiting([...found.known, side])
      if (waiting.length === 0) await endWatch(tx, areaId, alertId)
      return { waiting }
    })
  })
