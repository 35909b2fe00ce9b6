import { PackId, Refusal } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'

/** The pack of the meeting the path names, as case-review has it. @throws Refusal `not-found` */
export const readMeetingPack = (visit: PersonVisit) =>
  caseReview(visit).pack.read.query({ areaId: visit.areaId, panelMeetingId: panelMeetingIdOf(visit) })
export type MeetingPack = Awaited<ReturnType<typeof readMeetingPack>>

/** The version a form was made from. @throws Refusal `unreadable` when it names none */
export function packIdOf(typed: string): PackId {
  const read = PackId.safeParse(typed)
  if (!read.success) throw new Refusal('unreadable')
  return read.data
}

/** What people are called, for whoever signed or decided. */
export async function namesOf(visit: PersonVisit): Promise<(personId: string) => string> {
  const names = new Map<string, string>(
    (await visit.people()).map(({ personId, displayName }) => [personId, displayName]),
  )
  return (personId) => names.get(personId) ?? 'a colleague who has left'
}
