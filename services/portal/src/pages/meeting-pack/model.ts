import type { Instant, PanelMeetingId, PersonId } from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { Html } from '../../components/html.ts'
import type { MeetingPack } from './read-meeting-pack.ts'

/** What the page of a meeting's pack shows, and what was typed into it. */
export type MeetingPackModel = {
  readonly pack: MeetingPack
  readonly panelMeetingId: PanelMeetingId
  /** This person signed the newest version: somebody else must sign it too. */
  readonly signedByMe: boolean
  readonly saidBy: (by: PersonId, at: Instant) => string
  readonly formFields: Html
  readonly typed: { readonly lateReason: string; readonly fewReason: string }
  readonly errors: readonly ErrorItem[]
}
