import type { Db } from '@cdop/database'
import {
  type AreaId,
  bankHolidays,
  type ChasingLadder,
  type InformationRequestId,
  isMailed,
  type PlainDate,
  stepDue,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { setNextClock } from '../case/case-store.ts'
import { type ChasedRequest, chasedRequests, setEscalateOn } from './chaser-store.ts'
import { chasingSettingsOn } from './chasing-settings-store.ts'

/** The day from which a person has to chase a request, or null while the next step is a mail or its day has not come. */
function escalateOn(request: ChasedRequest, ladder: ChasingLadder, today: PlainDate): PlainDate | null {
  if (request.chaseFrom !== null && request.chaseFrom > today) return null
  const due = stepDue(request, ladder, today, bankHolidays)
  return due === null || isMailed(due.step) ? null : due.on
}

/** Puts on the worklist what a person has to do today, and takes off it what nobody has to do any more. */
export async function planEscalations(
  tx: Db,
  areaId: AreaId,
  requests: readonly ChasedRequest[],
  ladder: ChasingLadder,
  today: PlainDate,
): Promise<void> {
  for (const request of requests) {
    const on = escalateOn(request, ladder, today)
    if (on === request.escalateOn) continue
    await setEscalateOn(tx, areaId, request.informationRequestId, on)
    await setNextClock(tx, areaId, request.caseId)
  }
}

/** As every morning, for one request somebody has just chased. */
export async function planEscalation(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  today: PlainDate,
): Promise<void> {
  const { ladder } = await chasingSettingsOn(tx, areaId, today)
  await planEscalations(
    tx,
    areaId,
    await chasedRequests(tx, keys, areaId, [informationRequestId]),
    ladder,
    today,
  )
}
