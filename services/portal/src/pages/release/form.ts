import { TurnDownReason } from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'

export const SIGN = 'sign'

/** What a second person decides: null signs the release, a reason turns it down. */
type Decision = { readonly turnedDown: TurnDownReason | null }

/** What was decided, or that nothing was. */
export function readDecision(
  form: PostedForm,
): { ok: true; decision: Decision } | { ok: false; errors: ErrorItem[] } {
  const typed = form.text('decision')
  if (typed === SIGN) return { ok: true, decision: { turnedDown: null } }
  const reason = TurnDownReason.safeParse(typed)
  return reason.success
    ? { ok: true, decision: { turnedDown: reason.data } }
    : { ok: false, errors: [{ text: 'Select whether you sign this release', href: '#decision' }] }
}
