import {
  type Instant,
  londonInstant,
  type PanelMeetingId,
  type PanelMeetingKind,
  type PlainDate,
  type PlainTime,
  panelMeetingReference,
} from '@cdop/domain'
import { calendarFile, type Message } from '@cdop/mail'
import { panelMeetingKindWords } from '../wording/quorum-rule-words.ts'
import { writtenWeekday } from '../wording/written-date.ts'

/** What is told of a panel meeting by mail. Nothing of its cases. */
export type AnnouncedMeeting = {
  readonly panelMeetingId: PanelMeetingId
  readonly kind: PanelMeetingKind
  readonly heldOn: PlainDate
  readonly startsAt: PlainTime
  readonly endsAt: PlainTime
  readonly place: string | null
  readonly sequence: number
  readonly cancelled: boolean
}

/** Whom it is told, how they find it, and when it was written. */
type Telling = {
  readonly to: string
  readonly areaName: string
  readonly link: string
  /** They were told of the meeting before. */
  readonly toldBefore: boolean
  readonly at: Instant
}

const opening = (areaName: string, { cancelled }: AnnouncedMeeting, toldBefore: boolean) => {
  if (cancelled)
    return 'This panel meeting will not take place. The calendar file takes it out of your calendar.'
  return toldBefore
    ? 'A panel meeting you are invited to has been changed. The calendar file replaces the one before.'
    : `You are invited to a meeting of the Child Death Overview Panel for ${areaName}.`
}

/** The mail about a panel meeting, for the first time or again, with its calendar file: kind, when, where and a reference. */
export function invitationMail(
  meeting: AnnouncedMeeting,
  { to, areaName, link, toldBefore, at }: Telling,
): Message {
  const { panelMeetingId, kind, heldOn, startsAt, endsAt, place, sequence, cancelled } = meeting
  const reference = panelMeetingReference(panelMeetingId)
  const title = `Panel meeting ${reference}`
  return {
    to,
    subject: cancelled ? `Cancelled: ${title}` : toldBefore ? `Changed: ${title}` : title,
    text: [
      opening(areaName, meeting, toldBefore),
      `Reference: ${reference}`,
      `Kind of panel: ${panelMeetingKindWords[kind]}`,
      `When: ${writtenWeekday(heldOn)}, ${startsAt} to ${endsAt}`,
      ...(place === null ? [] : [`Where: ${place}`]),
      ...(cancelled ? [] : [`Sign in to see the meeting, or to say that you cannot come:\n${link}`]),
      'Do not put the name of a child or anything else that identifies a person in a reply to this email or in your calendar.',
    ].join('\n\n'),
    calendar: calendarFile({
      uid: panelMeetingId,
      product: 'Panel meetings',
      summary: `${panelMeetingKindWords[kind]}: ${reference}`,
      description: `Child Death Overview Panel for ${areaName}. Do not add the name of a child to this entry.`,
      startsAt: londonInstant(heldOn, startsAt),
      endsAt: londonInstant(heldOn, endsAt),
      place,
      sequence,
      cancelled,
      at,
    }),
  }
}
