import { Refusal } from '@cdop/domain'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'

export const LONGEST_PROSE = 20_000
export const LONGEST_COMMENT = 2_000
const LONGEST_REASON = 1_000

export const learntAnswers = ['nothing-new', 'agreed-with-the-family'] as const
type Asking = { sentence: string; learnt: (typeof learntAnswers)[number]; reason: string }

/** What was typed for a held sentence to stand: the known-facts test and the reason. @throws Refusal `unreadable` */
export function readAsking(
  form: PostedForm,
): { ok: true; asking: Asking } | { ok: false; errors: ErrorItem[] } {
  const sentence = form.text('sentence')
  const nth = form.text('nth')
  if (sentence === '' || !/^\d{1,4}$/.test(nth)) throw new Refusal('unreadable')
  const learnt = learntAnswers.find((answer) => answer === form.text(`learnt-${nth}`))
  const reason = form.text(`reason-${nth}`).trim()
  const errors: ErrorItem[] = []
  if (learnt === undefined)
    errors.push({
      text: 'Select what somebody who knows of the death from the news would learn',
      href: `#learnt-${nth}`,
    })
  if (reason === '' || reason.length > LONGEST_REASON)
    errors.push({
      text: 'Enter why the sentence should stand, in 1,000 characters or fewer',
      href: `#reason-${nth}`,
    })
  return learnt === undefined || errors.length > 0
    ? { ok: false, errors }
    : { ok: true, asking: { sentence, learnt, reason } }
}
