import { randomUUID } from 'node:crypto'
import { AreaId, Refusal, ReleaseId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { areaName } from '../area/area-store.ts'
import { groundOf, MeasureId } from '../figure/measure-tables.ts'
import { requireBegun, WrittenReportingYear } from '../figure/reporting-year-input.ts'
import { requires } from '../rpc.ts'
import { buildAlone } from './earlier-release-store.ts'
import { hashOfTables } from './release.ts'
import { addRelease } from './release-store.ts'
import { releasableTables } from './revise-tables.ts'

const BuiltRelease = z.strictObject({
  releaseId: ReleaseId,
  /** Tables no choice of hidden cells makes safe. They are named in the release and not in it. */
  withheld: z.array(z.strictObject({ tableId: MeasureId, reason: z.string() })),
})

/**
 * Builds a release of a reporting year from the facts as known now: protected tables, stored for good. Building again
 * makes another release, held to what is signed and saying what differs. It is published once a second person signs it.
 * @throws Refusal `date-in-future`, `nothing-to-release`, `release-cannot-be-protected` when every table would be withheld
 */
export const buildRelease = requires('release:build')
  .input(z.strictObject({ areaId: AreaId, reportingYear: WrittenReportingYear, key: AttemptKey }))
  .output(BuiltRelease)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { areaId, reportingYear: year } = input
    if (actor.kind !== 'person') throw new Refusal('forbidden')
    const builtBy = actor.personId
    requireBegun(year, parts.clock)
    const change = { procedure: 'release.build', areaId, input, outcome: BuiltRelease }
    return changeOnce({ actor, parts }, change, async (tx) => {
      await buildAlone(tx, areaId)
      const builtAt = parts.clock.now()
      const ground = await groundOf(tx, parts.clock, { areaId, year, at: builtAt })
      const { deaths, reviews } = ground.facts
      if (reviews.length === 0 && !deaths.some(({ diedInYear }) => diedInYear === year.code)) {
        throw new Refusal('nothing-to-release')
      }
      const tables = await releasableTables({ tx, clock: parts.clock, areaId, ground, at: builtAt })
      if (tables.every(({ outcome }) => outcome === 'withheld')) {
        throw new Refusal('release-cannot-be-protected')
      }
      const releaseId = ReleaseId.parse(randomUUID())
      const head = {
        releaseId,
        reportingYear: year.code,
        areaName: await areaName(tx, areaId),
        builtAt,
        builtBy,
        asKnownOn: builtAt,
        denominators: [...ground.denominators],
        hash: hashOfTables(tables),
      }
      await addRelease(tx, areaId, head, tables)
      await parts.publisher.publish(tx, actor, areaId, {
        type: 'release.built.v1',
        subject: releaseId,
        payload: { releaseId },
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'release.build',
        object: { kind: 'release', id: releaseId },
      })
      return BuiltRelease.parse({
        releaseId,
        withheld: tables.flatMap(({ tableId, reason }) => (reason === null ? [] : [{ tableId, reason }])),
      })
    })
  })
