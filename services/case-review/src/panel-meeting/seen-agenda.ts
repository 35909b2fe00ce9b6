import type { Db } from '@cdop/database'
import type { AreaId, FieldClass, PackOpening, PanelMeetingId, Person, PlainDate } from '@cdop/domain'
import { decideCaseAccess } from '../access/decide-case-access.ts'
import { packOpenings } from '../pack/pack-openings.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { openedMeeting } from '../regional-meeting/opened-meeting.ts'
import { type AgendaRow, agendaOf, type HeldMeeting } from './panel-meeting-store.ts'

/** A case on an agenda, whether the pack of the meeting is open with it, and what of it the person may see. */
export type SeenItem = AgendaRow & { pack: PackOpening; classes: readonly FieldClass[] }

/**
 * A meeting and the cases of its agenda that are there for a person, in order: not one they withdrew from. Until the pack of the
 * meeting is released an agenda names a case, and no more of it is there for whoever reads for the panel.
 * @throws Refusal `not-found`; `statement-not-signed` for somebody of the panel who has not signed the statement
 */
export async function seenAgenda(
  tx: Db,
  person: Person,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
  today: PlainDate,
): Promise<{ meeting: HeldMeeting; items: SeenItem[] }> {
  const { meeting, seat } = await openedMeeting(tx, person, { areaId, panelMeetingId, today })
  await requireStatement(tx, person, areaId, today)
  const agenda = await agendaOf(tx, areaId, panelMeetingId)
  const caseIds = agenda.map(({ caseId }) => caseId)
  const openings = await packOpenings(tx, areaId, caseIds, today)
  const items = agenda.flatMap((item) => {
    const conflicted = item.conflicted.includes(person.personId)
    const { state } = item
    const pack = openings.get(item.caseId) ?? 'not-released'
    const classes = decideCaseAccess(person, {
      state,
      listed: true,
      pack,
      conflicted,
      keyWorker: false,
      seat,
    })
    return classes === null ? [] : [{ ...item, pack, classes }]
  })
  return { meeting, items }
}
