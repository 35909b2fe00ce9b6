import { randomUUID } from 'node:crypto'
import { AreaId, PackId, PanelMeetingId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { requires } from '../rpc.ts'
import { casesRead, lockMeeting } from './agenda.ts'
import { insertPackCase } from './pack-case-store.ts'
import { insertPack, packsOf, withdraw } from './pack-store.ts'
import { wakeScreening } from './screen-pack.ts'

const outcome = z.strictObject({ packId: PackId })

/**
 * Begins a new version of a meeting's pack: its cases are screened after the commit, one after another, by a job. A version
 * that was not released yet is withdrawn; one the panel reads stays until the new one takes its place.
 * @throws Refusal `not-found`; `stale` when somebody has begun another since; `pack-without-cases`
 */
export const buildPack = requires('pack:build')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      /** How many versions there were when it was asked for. */
      version: z.int().nonnegative(),
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId: askedBy } = requirePerson(actor)
    const { areaId, panelMeetingId } = input
    return changeOnce({ actor, parts }, { areaId, procedure: 'pack.build', input, outcome }, async (tx) => {
      // One at a time: two who ask at the same moment are one after the other.
      await lockMeeting(tx, areaId, panelMeetingId)
      if ((await findMeeting(tx, areaId, panelMeetingId)) === null) throw new Refusal('not-found')
      const earlier = await packsOf(tx, areaId, panelMeetingId)
      if ((earlier[0]?.version ?? 0) !== input.version) throw new Refusal('stale')
      const cases = await casesRead(tx, areaId, panelMeetingId)
      if (cases.length === 0) throw new Refusal('pack-without-cases')
      const at = parts.clock.now()
      for (const { packId, state } of earlier) {
        if (state === 'released' || state === 'withdrawn' || state === 'expired') continue
        await withdraw(tx, areaId, packId, { by: null, at, because: 'replaced' })
      }
      const packId = PackId.parse(randomUUID())
      const version = input.version + 1
      await insertPack(tx, areaId, { packId, panelMeetingId, version, askedBy, askedAt: at })
      for (const { caseId } of cases) await insertPackCase(tx, { areaId, packId, caseId })
      await wakeScreening(tx, { areaId, packId })
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'pack.build', object: { kind: 'pack', id: packId } },
        ...cases.map(({ caseId: id }) => ({ action: 'pack.build', object: { kind: 'case', id } })),
      )
      return { packId }
    })
  })
