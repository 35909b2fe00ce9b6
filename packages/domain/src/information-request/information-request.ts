import { z } from 'zod'

/** What became of the question put to one agency. What a review goes on without can still be answered late. */
export const InformationRequestState = z.enum(['sent', 'returned', 'recalled', 'gone-without'])
export type InformationRequestState = z.infer<typeof InformationRequestState>

/** Why a request is taken back that nobody has answered. */
export const RequestRecallReason = z.enum(['sent-to-the-wrong-organisation', 'no-longer-needed'])
export type RequestRecallReason = z.infer<typeof RequestRecallReason>

/** The legal basis printed on every request. */
export const LEGAL_BASIS =
  'You must provide this information under section 16N of the Children Act 2004. It may be used only for the review of child deaths.'
