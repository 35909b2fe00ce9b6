import { z } from 'zod'
import type { PanelMeetingId } from '../id/id.ts'
import type { PlainDate, PlainTime } from '../plain-date/plain-date.ts'
import type { PanelMeetingKind } from './panel-meeting-kind.ts'

/** What a meeting is called in mails and calendars: it says nothing of its cases, and stays the same when it is moved. */
export const PanelMeetingReference = z.string().regex(/^PM-[0-9A-F]{8}$/)
export type PanelMeetingReference = z.infer<typeof PanelMeetingReference>

/** The reference of a meeting: the last eight digits of its id, in capitals. */
export function panelMeetingReference(panelMeetingId: PanelMeetingId): PanelMeetingReference {
  return PanelMeetingReference.parse(`PM-${panelMeetingId.slice(-8).toUpperCase()}`)
}

/** What people who were invited know of a meeting. */
type Told = {
  readonly kind: PanelMeetingKind
  readonly heldOn: PlainDate
  readonly startsAt: PlainTime | null
  readonly endsAt: PlainTime | null
  readonly place: string | null
}

/** Whether an invitation to a meeting as it was still says all that is true of it as it is. */
export function staysAsInvited(was: Told, is: Told): boolean {
  return (
    was.kind === is.kind &&
    was.heldOn === is.heldOn &&
    was.startsAt === is.startsAt &&
    was.endsAt === is.endsAt &&
    was.place === is.place
  )
}
