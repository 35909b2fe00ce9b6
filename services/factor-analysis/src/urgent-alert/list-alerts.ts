import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { alertsIn } from './alert-store.ts'
import { AlertView, alertView, waitingOf } from './alert-view.ts'

const rank = ({ waiting, closed }: AlertView): number => (waiting.length > 0 ? 0 : closed === null ? 1 : 2)

/**
 * The urgent alerts of an area: those that not everybody knows of first, the longest waiting before the others, then what
 * is open, then what is closed, the newest first. Audited first.
 */
export const listAlerts = requires('urgent-alert:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ rows: z.array(AlertView) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'urgent-alert.list',
        object: { kind: 'area', id: areaId },
      })
      const cipher = await areaCipher(tx, parts.keys, areaId)
      const now = parts.clock.now()
      const rows = (await alertsIn(tx, areaId)).map((found) => alertView(cipher, found, now))
      const age = (one: AlertView, other: AlertView) => (one.raisedAt < other.raisedAt ? -1 : 1)
      rows.sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? age(a, b) : age(b, a)))
      return { rows }
    })
  })

/** How many alerts wait for a side, and how many of those their time is over; of no word of any. */
export const waitingAlerts = requires('urgent-alert:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ designatedDoctor: z.int(), publicHealth: z.int(), overdue: z.int() }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    const now = parts.clock.now()
    return parts.database.transaction(actor, async (tx) => {
      const waiting = (await alertsIn(tx, areaId)).map((found) => ({ found, sides: waitingOf(found) }))
      return {
        designatedDoctor: waiting.filter(({ sides }) => sides.includes('designated-doctor')).length,
        publicHealth: waiting.filter(({ sides }) => sides.includes('public-health')).length,
        overdue: waiting.filter(({ found, sides }) => sides.length > 0 && found.acknowledgeBy <= now).length,
      }
    })
  })
