import { bankHolidays, isWorkingDay, londonTime } from '@cdop/domain'
import type { Parts } from '../parts.ts'
import { areasToChase, chaseArea } from './chase-area.ts'

/** Nobody is chased before this time of day in England. */
const FROM = '08:00'

/**
 * Chases in every area whose turn it is today by the service's clock: on working days, from eight in the morning. An area
 * that fails keeps no other waiting.
 * @throws the first failure, when all have had their turn
 */
export async function chaseWhatIsDue(parts: Parts): Promise<void> {
  const now = parts.clock.now()
  const today = parts.clock.today()
  if (!isWorkingDay(today, bankHolidays) || londonTime(now) < FROM) return
  const areas = await areasToChase(parts.database.sql, today)
  const failures: unknown[] = []
  for (const areaId of areas) {
    await chaseArea(parts, areaId).catch((thrown: unknown) => failures.push(thrown))
  }
  if (failures.length > 0) throw failures[0]
}
