import { randomUUID } from 'node:crypto'
import { type AreaId, addDays, bankHolidays, isWorkingDay, londonTime, RequestId } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { actionsIn } from '../action/action-store.ts'
import { factorAnalysisIn } from '../area/own-account.ts'
import { lockRecommendations } from '../recommendation/recommendation-store.ts'
import { remindOrganisations } from '../self-assessment/ask-organisations.ts'
import { escalateOverdue } from './escalate.ts'
import { areasToLookAt, claimArea } from './follow-up-watch.ts'
import { makeDigests } from './make-digests.ts'

/** Nobody is mailed before this time of day in England. */
const FROM = '08:00'

async function followUpIn(parts: ServiceParts, areaId: AreaId): Promise<void> {
  const self = factorAnalysisIn(areaId, RequestId.parse(randomUUID()))
  const today = parts.clock.today()
  await parts.database.transaction(self, async (tx) => {
    if (!(await claimArea(tx, areaId, today, addDays(today, 1)))) return
    const recommendations = await lockRecommendations(tx, areaId)
    const actions = Map.groupBy(await actionsIn(tx, areaId), ({ recommendationId }) => recommendationId)
    const followed = recommendations.map((recommendation) => ({
      recommendation,
      actions: actions.get(recommendation.recommendationId) ?? [],
    }))
    const of = { parts, self, areaId, today }
    await makeDigests(tx, of, followed)
    await escalateOverdue(tx, of, followed)
    await remindOrganisations(tx, of)
  })
}

/**
 * On working days from eight in the morning, once a day in every area by the service's clock: takes further what has been
 * overdue for long, reminds organisations of their self-assessment, and in the first such look of a week makes what each owner is mailed. An area that fails keeps no other
 * waiting.
 * @throws the first failure, when all have had their turn
 */
export async function followUp(parts: ServiceParts): Promise<void> {
  const today = parts.clock.today()
  if (!isWorkingDay(today, bankHolidays) || londonTime(parts.clock.now()) < FROM) return
  const failures: unknown[] = []
  for (const areaId of await areasToLookAt(parts.database.sql, today)) {
    await followUpIn(parts, areaId).catch((thrown: unknown) => failures.push(thrown))
  }
  if (failures.length > 0) throw failures[0]
}
