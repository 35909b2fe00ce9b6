import type { AlertSide } from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { Html } from '../../components/html.ts'
import type { ReadAlert } from '../alerts/services.ts'
import type { TypedOnAlert } from './form.ts'

/** An alert as one person sees it, and what they can record of it. */
export type AlertModel = ReadAlert & {
  readonly hidden: Html
  readonly nameOf: (personId: string) => string
  /** For which sides this person can say that they know. */
  readonly speaksFor: readonly AlertSide[]
  readonly mayTelephone: boolean
  readonly mayRecord: boolean
  readonly mayClose: boolean
  readonly typed: TypedOnAlert
  readonly errors: readonly ErrorItem[]
}
