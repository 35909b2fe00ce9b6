import type {
  ChasingStep,
  GapEffect,
  GapReason,
  LaterReason,
  PlainDate,
  TranscriptionChannel,
} from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import type { ShownChaser } from '../../wording/chasing-words.ts'
import type { RequestRow, ShownPart } from '../case-requests/view.ts'
import type { ReturnedCompleteness } from './completeness-view.ts'
import type { ShownFilling } from './filling-view.ts'
import type { CaveatedQuestion } from './returned-answers.ts'
import type { OpenRequest } from './what-can-be-done.ts'

export type ShownDecision = {
  readonly entry: number
  readonly decision: 'accepted' | 'sent-back'
  readonly decidedBy: string | null
  readonly decidedAt: string
  readonly missing: {
    readonly questions: readonly { readonly form: string; readonly path: string }[]
    readonly note: string | null
  } | null
  readonly answerBy: string | null
}

type Transcribed = {
  readonly channel: TranscriptionChannel
  readonly toldOn: PlainDate
  readonly name: string
  readonly role: string
  readonly source: string | null
}

export type ShownGap = {
  readonly reason: GapReason
  readonly effect: GapEffect
  readonly note: string
  readonly decidedAt: string
  readonly seenAt: string | null
}

export type RequestModel = RequestRow &
  OpenRequest & {
    /** Whom it went to, and who said that nothing is known. */
    readonly recipient: { readonly role: string | null; readonly email: string }
    readonly saidBy: { readonly name: string; readonly role: string } | null
    readonly returnedAt: string | null
    readonly sections: readonly SummarySection[]
    /** What was made of each version, the newest first. */
    readonly decisions: readonly ShownDecision[]
    /** What it was sent back for, in the words of the form. */
    readonly missingWords: readonly string[]
    /** The panel has not reviewed the case. */
    readonly mayGather: boolean
    /** How far each form that was returned was answered. */
    readonly completeness: readonly ReturnedCompleteness[]
    /** How far each form is that the agency fills in now. */
    readonly filling: readonly ShownFilling[]
    /** The supplementary forms asked with it. */
    readonly supplementary: readonly {
      readonly kind: string
      readonly title: string
      readonly sections: readonly SummarySection[]
    }[]
    /** How the agency was chased, and the chaser to come. */
    readonly chasers: readonly ShownChaser[]
    /** Which version of what was returned this is, and which there are, the newest first. */
    readonly entry: number | null
    readonly versions: readonly {
      readonly entry: number
      readonly returnedAt: string
      readonly why: string | null
      /** Entered on behalf of the agency. */
      readonly transcribed: Transcribed | null
      /** A part of the answer. */
      readonly part: (ShownPart & { readonly reason: LaterReason }) | null
    }[]
    readonly next: { readonly step: ChasingStep; readonly on: PlainDate } | null
    /** That the review goes on without the answer. */
    readonly gap: ShownGap | null
    /** Whom answers are kept from, by form and question. */
    readonly caveats: readonly CaveatedQuestion[]
    readonly mayCaveat: boolean
    readonly today: PlainDate
    /** The person may remind the agency, and recall the request. */
    readonly maySend: boolean
  }
