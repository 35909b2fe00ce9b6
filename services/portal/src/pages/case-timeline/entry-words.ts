import {
  AboutDate,
  Instant,
  PlainDate,
  precisionOf,
  type TimelineKind,
  type TimelineMoment,
} from '@cdop/domain'
import { writtenTime } from '../../layout/written-time.ts'
import { toldRecipientWords } from '../../wording/case-words.ts'
import { holdReasonWords } from '../../wording/hold-words.ts'
import { submissionKindWords } from '../../wording/national-words.ts'
import { proceedingWords } from '../../wording/proceeding-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { writtenMonth } from '../../wording/written-month.ts'
import type { OpenedCase } from '../case-frame/opened-case.ts'

/** What is recorded of the review of a case. */
export type RecordedEntry = OpenedCase['timeline'][number]

/** The kinds of entry, as a filter names them. */
export const kindWords: Readonly<Record<TimelineKind, string>> = {
  life: 'The child’s life',
  death: 'The death',
  process: 'The review',
  system: 'What the system did',
}

const whatWords = {
  died: 'Child died',
  notified: 'Notification received',
  told: 'Told of the death',
  'case-opened': 'Case opened',
  confirmed: 'Death and identity confirmed',
  'information-request-sent': 'Information request sent',
  'information-request-part': 'Part of the answer received',
  'information-request-returned': 'Agency form returned',
  'information-request-accepted': 'Agency form accepted',
  'information-request-sent-back': 'Agency form sent back',
  'agency-reminded': 'Agency reminded',
  'document-filed': 'Document filed',
  'review-meeting-held': 'Review meeting held',
  'review-meeting-report-received': 'Report of the review meeting received',
  'review-meeting-not-held': 'Recorded that no review meeting was held',
  'hold-recorded': 'Recorded that the case has to wait',
  'hold-ended': 'Recorded that a hold is over',
  'proceeding-opened': 'Recorded what others do about the death',
  'proceeding-closed': 'Recorded that a proceeding is over',
  'key-worker-assigned': 'Key worker assigned',
  'case-given': 'Case given to a person',
  listed: 'Listed for a panel meeting',
  deferred: 'Put back by the panel',
  'case-merged': 'Another record of the child was merged into this case',
  reviewed: 'Reviewed by the panel',
  'submission-queued': 'To be sent to the national database',
  'submission-acknowledged': 'Acknowledged by the national database',
  'submission-withdrawn': 'Withdrawn from the national database',
  reopened: 'Review reopened',
  closed: 'Closed',
} as const satisfies Record<RecordedEntry['what'], string>

function aboutWords(about: NonNullable<RecordedEntry['about']>): string {
  switch (about.is) {
    case 'organisation':
      return about.name
    case 'hold':
      return holdReasonWords[about.reason]
    case 'proceeding':
      return proceedingWords[about.kind]
    case 'recipient':
      return toldRecipientWords[about.recipient].title
    case 'document':
      return `document ${about.number}`
    case 'submission':
      return submissionKindWords[about.kind].toLowerCase()
  }
}

/** What happened, in one line: "Information request sent: Leeds Teaching Hospitals". */
export function entryTitle({ what, about }: Pick<RecordedEntry, 'what' | 'about'>): string {
  return about === null ? whatWords[what] : `${whatWords[what]}: ${aboutWords(about)}`
}

/** When something was, as people write it; "about" where the day is not known. */
export function writtenMoment(at: TimelineMoment): string {
  const moment = Instant.safeParse(at)
  if (moment.success) return writtenTime(new Date(moment.data))
  const precision = precisionOf(AboutDate.parse(at))
  if (precision === 'day') return writtenDate(PlainDate.parse(at))
  return precision === 'month' ? `About ${writtenMonth(at)}` : `About ${at}`
}
