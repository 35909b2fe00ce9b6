import type {
  Discretion,
  DuplicateReviewState,
  Instant,
  NotificationId,
  NotificationState,
  NotifyClock,
  NotifyStart,
  PlainDate,
  ResidencyDecision,
  ScopeAssessment,
  TransferState,
} from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { Html } from '../../components/html.ts'
import type { ShownPlace } from './place-view.ts'

/** The part of the page that says which records may be of the same child. */
export const SAME_CHILD = 'same-child'

export type NotificationModel = {
  readonly hidden: Html
  readonly state: NotificationState
  readonly version: number
  readonly receivedOn: PlainDate
  readonly diedOn: PlainDate
  readonly clocks: {
    readonly knownFrom: NotifyStart
    readonly received: NotifyClock
    readonly national: NotifyClock | null
    readonly nationalToldOn: PlainDate | null
  }
  readonly now: Instant
  readonly sections: readonly SummarySection[]
  readonly unanswered: readonly { readonly linkId: string; readonly question: string }[]
  readonly askedUntil: string | null
  readonly scope: ScopeAssessment
  readonly residency: Pick<ResidencyDecision, 'localAuthority' | 'basis'> | null
  readonly discretion: Discretion | null
  /** Where the postcodes that were notified lie. */
  readonly places: readonly ShownPlace[]
  readonly reviews: readonly {
    readonly reviewId: string
    readonly state: DuplicateReviewState
    readonly caseId: string | null
    readonly caseReference: string | null
    readonly blocks: boolean
  }[]
  readonly mergedInto: {
    readonly mergeId: string
    readonly notificationId: string
    readonly caseId: string | null
    readonly caseReference: string | null
  } | null
  readonly caseId: string | null
  readonly caseReference: string | null
  readonly confirmed: boolean
  readonly changes: readonly { readonly replacedAt: string }[]
  readonly notificationId: NotificationId
  readonly mayDecide: boolean
  /** This person may have it compared with a record of their own choice. */
  readonly mayCompare: boolean
  readonly mayTransfer: boolean
  readonly transfer: { readonly transferId: string; readonly state: TransferState } | null
  readonly mayReportInError: boolean
  readonly errors: readonly ErrorItem[]
  authorityName(code: string): string
}
