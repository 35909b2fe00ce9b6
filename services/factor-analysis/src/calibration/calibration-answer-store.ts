import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  AnalysisContent,
  type AreaId,
  type CalibrationCase,
  CalibrationKey,
  FEWEST_CALIBRATION_CODERS,
} from '@cdop/domain'
import { z } from 'zod'

/**
 * Adds what somebody made of a case to what is counted, apart from who it was. Answers are counted five at a time: a figure that
 * moved with each of them would tell what the last one said.
 */
export async function addAnswer(
  tx: Db,
  areaId: AreaId,
  { key, edition }: Pick<CalibrationCase, 'key' | 'edition'>,
  codes: AnalysisContent,
): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`calibration/${areaId}/${key}/${edition}`}, 0))`
  await tx`
    insert into factor_analysis.calibration_answers (area_id, answer_id, case_key, edition, batch, codes)
    select ${areaId}, ${randomUUID()}, ${key}, ${edition}, count(*)::int / ${FEWEST_CALIBRATION_CODERS}::int, ${tx.json(codes)}
    from factor_analysis.calibration_answers
    where area_id = ${areaId} and case_key = ${key} and edition = ${edition}
  `
}

const Counted = z.object({ caseKey: CalibrationKey, edition: z.string(), codes: AnalysisContent })
export type CountedAnswer = z.infer<typeof Counted>

/** Every answer of a full batch, in an order by chance. */
export async function countedAnswers(tx: Db, areaId: AreaId): Promise<CountedAnswer[]> {
  const rows = await tx`
    select case_key, edition, codes from factor_analysis.calibration_answers
    where area_id = ${areaId} and (case_key, edition, batch) in (
      select case_key, edition, batch from factor_analysis.calibration_answers where area_id = ${areaId}
      group by case_key, edition, batch having count(*) >= ${FEWEST_CALIBRATION_CODERS}
    )
    order by case_key, answer_id
  `
  return rows.map((row) => Counted.parse({ ...row }))
}
