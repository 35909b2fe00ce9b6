import type { Db } from '@cdop/database'
import { type AreaId, limitEnd, limitsInForce, type PlainDate } from '@cdop/domain'
import { keptLimits } from '../clock-settings/clock-settings-store.ts'

/** When the answer to a request sent on a day is due, by the limit the area had set by then. */
export async function dueOnOf(tx: Db, areaId: AreaId, sentOn: PlainDate): Promise<PlainDate> {
  const limits = limitsInForce(await keptLimits(tx, areaId), sentOn)
  return limitEnd('agency-return', sentOn, limits['agency-return'])
}
