import {
  AgeBand,
  AreaId,
  CaseId,
  CaseReference,
  ConflictOutcome,
  ConflictProposal,
  conflictProposals,
  PanelAgency,
  PanelMeetingId,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { seenAgenda } from '../panel-meeting/seen-agenda.ts'
import { requires } from '../rpc.ts'
import { interestsIn, tracesIn } from './meeting-conflicts.ts'

const OwnItem = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  ageBand: AgeBand,
  monthOfDeath: z.string(),
  /** Null while they have not answered. */
  outcome: ConflictOutcome.nullable(),
  proposals: z.array(ConflictProposal),
})

/**
 * The asker's own interest in each case of an agenda, by reference, age and month: enough to say so without opening one.
 * Which agency they speak for is the portal's to know. A case they withdrew from is not there. Audited, case by case.
 */
export const ownConflicts = requires('conflict:declare')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId, agency: PanelAgency.nullable() }))
  .output(z.strictObject({ heldOn: PlainDate, items: z.array(OwnItem) }))
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId, agency } }) => {
    const person = requirePerson(actor)
    const { personId } = person
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const today = parts.clock.today()
      const { meeting, items: seen } = await seenAgenda(tx, person, areaId, panelMeetingId, today)
      const items = seen.filter(({ classes }) => classes.includes('agenda'))
      const caseIds = items.map(({ caseId }) => caseId)
      const interests = await interestsIn(tx, areaId, caseIds)
      const traces = await tracesIn(tx, areaId, caseIds)
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'conflict.own', object: { kind: 'panel-meeting', id: panelMeetingId } },
        ...caseIds.map((id) => ({ action: 'conflict.own', object: { kind: 'case', id } })),
      )
      return {
        heldOn: meeting.heldOn,
        items: items.map(({ caseId, reference, ageBand, diedOn }) => ({
          caseId,
          reference,
          ageBand,
          monthOfDeath: diedOn.slice(0, 7),
          outcome: interests.get(caseId)?.find((one) => one.personId === personId)?.outcome ?? null,
          proposals: conflictProposals(
            { personId, agency: agency ?? 'other' },
            traces.get(caseId) ?? { asked: [], doctors: [] },
          ),
        })),
      }
    })
  })
