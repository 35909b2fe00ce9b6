import type { Db } from '@cdop/database'
import { type AreaId, CalibrationKey, CalibrationRoundId, PersonId, PlainDate } from '@cdop/domain'
import { z } from 'zod'

/** Which invented cases are to be coded by when, and who asked for it. */
export const CalibrationRound = z.strictObject({
  roundId: CalibrationRoundId,
  caseKeys: z.array(CalibrationKey).min(1),
  openedOn: PlainDate,
  closesOn: PlainDate,
  openedBy: PersonId,
})
export type CalibrationRound = z.infer<typeof CalibrationRound>

export async function addRound(tx: Db, areaId: AreaId, round: CalibrationRound): Promise<void> {
  const { roundId, caseKeys, openedOn, closesOn, openedBy } = round
  await tx`
    insert into factor_analysis.calibration_rounds (area_id, round_id, case_keys, opened_on, closes_on, opened_by)
    values (${areaId}, ${roundId}, ${[...caseKeys]}::text[], ${openedOn}, ${closesOn}, ${openedBy})
  `
}

/** The newest first. */
export async function roundsOf(tx: Db, areaId: AreaId): Promise<CalibrationRound[]> {
  const rows = await tx`
    select round_id, case_keys, opened_on, closes_on, opened_by from factor_analysis.calibration_rounds
    where area_id = ${areaId} order by opened_on desc, round_id limit 50
  `
  return rows.map((row) => CalibrationRound.parse({ ...row }))
}
