import type { Db } from '@cdop/database'
import {
  type AreaId,
  type FieldClass,
  type PanelMeetingId,
  type Person,
  type PlainDate,
  Refusal,
} from '@cdop/domain'
import { decideCaseAccess } from '../access/decide-case-access.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { type AgendaRow, agendaOf, findMeeting, type HeldMeeting } from './panel-meeting-store.ts'

/** A case on an agenda, and what of it the person may see. */
export type SeenItem = AgendaRow & { classes: readonly FieldClass[] }

/**
 * A meeting and the cases of its agenda that are there for a person, in order: not one they withdrew from.
 * @throws Refusal `not-found`; `statement-not-signed` for somebody of the panel who has not signed the statement
 */
export async function seenAgenda(
  tx: Db,
  person: Person,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
  today: PlainDate,
): Promise<{ meeting: HeldMeeting; items: SeenItem[] }> {
  const meeting = await findMeeting(tx, areaId, panelMeetingId)
  if (meeting === null) throw new Refusal('not-found')
  await requireStatement(tx, person, areaId, today)
  const items = (await agendaOf(tx, areaId, panelMeetingId)).flatMap((item) => {
    const conflicted = item.conflicted.includes(person.personId)
    const { state } = item
    const classes = decideCaseAccess(person, { state, listed: true, conflicted, keyWorker: false })
    return classes === null ? [] : [{ ...item, classes }]
  })
  return { meeting, items }
}
