import { AreaId, CaseId, PanelMeetingId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { analysisVersion, findLiveSession } from './live-session-store.ts'
import { versionToken } from './live-version.ts'
import { howManyHere } from './presence-store.ts'

/**
 * Whether anything changed in the live panel of a case, asked by the portal itself for all who have it open: a version and a
 * count, and nothing of the case. Who may see what changed is decided when they fetch it.
 */
export const followLivePanel = requires('live-panel:follow')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, panelMeetingId: PanelMeetingId }))
  .output(z.strictObject({ token: z.string(), here: z.number().int().nonnegative() }))
  .query(({ ctx: { actor, parts }, input }) => {
    if (actor.kind !== 'service' || actor.service !== 'portal') throw new Refusal('not-found')
    requireArea(actor, input.areaId)
    return parts.database.transaction(actor, async (tx) => {
      const analysis = await analysisVersion(tx, input)
      const newest = await findLiveSession(tx, input)
      const session = newest?.revision === (analysis?.revision ?? 1) ? newest : null
      return {
        token: versionToken(session, analysis?.version ?? 0),
        here: await howManyHere(tx, input, parts.clock.now()),
      }
    })
  })
