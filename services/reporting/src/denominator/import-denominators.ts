import { AreaId, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { isPopulationGroup } from '@cdop/statistics'
import { z } from 'zod'
import { requireBegun, WrittenReportingYear } from '../figure/reporting-year-input.ts'
import { requires } from '../rpc.ts'
import { addDenominator, DenominatorPopulation, DenominatorSplit } from './denominator-store.ts'

const Row = z
  .strictObject({
    reportingYear: WrittenReportingYear,
    population: DenominatorPopulation,
    groupKind: DenominatorSplit,
    groupCode: z.string().max(60),
    count: z.number().int().positive().max(1_000_000_000),
  })
  .refine(({ groupKind, groupCode }) => isPopulationGroup(groupKind, groupCode), {
    path: ['groupCode'],
    error: 'is not a group the tables have: populations grouped otherwise are not these',
  })

const ImportDenominators = z.strictObject({
  areaId: AreaId,
  /** Who is counted, in the words of the source: printed beside every rate. */
  label: text(200),
  source: text(400),
  /** Which edition of the estimate it is, such as "Mid-2023, published July 2024". */
  vintage: text(120),
  rows: z
    .array(Row)
    .min(1)
    .max(2_000)
    .refine(
      (rows) =>
        new Set(
          rows.map(({ reportingYear, population, groupKind, groupCode }) =>
            [reportingYear.code, population, groupKind, groupCode].join(),
          ),
        ).size === rows.length,
      'has a group of a year twice',
    ),
  key: AttemptKey,
})

const Imported = z.strictObject({ rows: z.number().int().positive() })

/**
 * Keeps populations by group, all or none of them, each with the edition it is from. A later import counts from then on; what was
 * built with an earlier one stays.
 * @throws Refusal `date-in-future` for a year that has not begun
 */
export const importDenominators = requires('denominator:load')
  .input(ImportDenominators)
  .output(Imported)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { areaId, rows, label, source, vintage } = input
    for (const { reportingYear } of rows) requireBegun(reportingYear, parts.clock)
    const change = { procedure: 'denominator.import', areaId, input, outcome: Imported }
    return changeOnce({ actor, parts }, change, async (tx) => {
      for (const { reportingYear, ...row } of rows) {
        const loadedAt = parts.clock.now()
        await addDenominator(tx, areaId, {
          ...row,
          reportingYear: reportingYear.code,
          label,
          source,
          vintage,
          loadedAt,
        })
      }
      const years = [...new Set(rows.map(({ reportingYear }) => reportingYear.code))]
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...years.map((id) => ({
          action: 'denominator.import' as const,
          object: { kind: 'reporting-year' as const, id },
        })),
      )
      return { rows: rows.length }
    })
  })
