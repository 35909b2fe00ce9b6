import type {
  AgeBand,
  CaseReference,
  GapEffect,
  Instant,
  OrganisationKind,
  QuestionCount,
  ReopeningReason,
  Sex,
  TranscriptionChannel,
} from '@cdop/domain'
import type { PanelAnswer } from '@cdop/forms'

/** What a panel reads of a case. */
export type Pack = {
  readonly reference: CaseReference
  /** Why its finished review began again, each time, and in which month it had been finished; the newest first. */
  readonly reviewedBefore: readonly { readonly reason: ReopeningReason; readonly monthReviewed: string }[]
  readonly ageBand: AgeBand
  readonly monthOfDeath: string
  readonly sex: Sex
  readonly expectedness: string
  readonly placeOfDeath: string
  /** De-identified; null where it changed since the pack was released. */
  readonly summary: string | null
  readonly noAnswer: readonly {
    readonly organisationKind: OrganisationKind
    readonly effect: GapEffect
    /** A part of the answer came. */
    readonly part: boolean
  }[]
  /** How many questions the family put to whom: none of its words. */
  readonly familyQuestions: readonly QuestionCount[]
  /** How many answers are withheld from the panel: nothing says why. */
  readonly withheld: number
  readonly returns: readonly {
    /** Names this return on its page. */
    readonly section: string
    readonly organisationKind: OrganisationKind
    readonly answers: readonly PanelAnswer[]
    /** How it was told, where it was entered on behalf of the agency. */
    readonly transcribed: TranscriptionChannel | null
    /** A part of the answer: the rest has not come. */
    readonly part: boolean
  }[]
}

/** How far somebody is in reading it. */
export type Reading = {
  /** Tells this state of the pack from another. */
  readonly version: string
  readonly readAt: Instant | null
  readonly readBefore: boolean
  /** The sections that are new to them. */
  readonly fresh: readonly string[]
  /** How many sections they had read are no longer there. */
  readonly gone: number
  /** Where they stopped. */
  readonly place: string | null
}
