import { AreaId, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireBegun, WrittenReportingYear } from '../figure/reporting-year-input.ts'
import { requires } from '../rpc.ts'
import { addDenominator, DenominatorPopulation } from './denominator-store.ts'

const LoadDenominator = z.strictObject({
  areaId: AreaId,
  reportingYear: WrittenReportingYear,
  population: DenominatorPopulation,
  count: z.number().int().positive().max(1_000_000_000),
  /** Who is counted, in the words of the source: printed beside every rate. */
  label: text(200),
  source: text(400),
  key: AttemptKey,
})

const Loaded = z.strictObject({ version: z.number().int().positive() })

/** Keeps what rates of a reporting year are divided by. A second one for the same year counts from then on. */
export const loadDenominator = requires('denominator:load')
  .input(LoadDenominator)
  .output(Loaded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { areaId, reportingYear, population, count, label, source } = input
    requireBegun(reportingYear, parts.clock)
    const change = { procedure: 'denominator.load', areaId, input, outcome: Loaded }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const version = await addDenominator(tx, areaId, {
        reportingYear: reportingYear.code,
        population,
        count,
        label,
        source,
        loadedAt: parts.clock.now(),
        groupKind: 'all',
        groupCode: 'all',
        vintage: null,
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'denominator.load',
        object: { kind: 'reporting-year', id: reportingYear.code },
      })
      return { version }
    })
  })
