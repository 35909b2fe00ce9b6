import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { areaName } from '../area/area-store.ts'
import { requires } from '../rpc.ts'
import { ExactFigure, exactFigure } from './exact-figure.ts'
import { groundOf, MeasureId, tableOf } from './measure-tables.ts'
import { requireBegun, WrittenReportingYear } from './reporting-year-input.ts'

/**
 * The exact table of a measure for a reporting year that has ended or is running, from the facts as known now. Audited
 * before the answer leaves.
 * @throws Refusal `date-in-future` for a year that has not begun
 */
export const readExactFigure = requires('figure:read')
  .input(z.strictObject({ areaId: AreaId, measure: MeasureId, reportingYear: WrittenReportingYear }))
  .output(ExactFigure)
  .query(({ ctx: { actor, parts }, input: { areaId, measure, reportingYear: year } }) => {
    requireArea(actor, areaId)
    requireBegun(year, parts.clock)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'figure.exact',
        object: { kind: 'figure', id: `${measure.toLowerCase()}:${year.code}` },
      })
      const asKnownOn = parts.clock.now()
      const ground = await groundOf(tx, parts.clock, { areaId, year, at: asKnownOn })
      return exactFigure(measure, tableOf(measure, ground), {
        areaName: await areaName(tx, areaId),
        asKnownOn,
      })
    })
  })
