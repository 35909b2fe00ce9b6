import type { Refusal, RefusalKind, RequestId } from '@cdop/domain'
import { type Html, html } from '../components/html.ts'
import {
  expiredFormPage,
  forbiddenPage,
  notFoundPage,
  serviceUnavailablePage,
  somethingWentWrongPage,
} from '../layout/error-pages.ts'
import { page } from '../layout/page.ts'
import type { PageFrame } from '../layout/page-frame.ts'
import { isUnavailable, refusalIn } from './refusal-in.ts'
import type { Away } from './screen.ts'

/** The form's token is missing, old, or another session's; or the form stood on somebody else's page. */
export class FormNotOurs extends Error {
  override readonly name = 'FormNotOurs'
}

export const statusOf: Record<RefusalKind, 400 | 403 | 404 | 409 | 429> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many': 429,
}

/** What a person quotes when they ask for help: the start of the request's id, as the log has it. */
function referenceOf(requestId: RequestId): string {
  return requestId.slice(0, 8).toUpperCase()
}

type DeadEnd = { status: number; body: Html; fault: boolean }

/** Turns whatever was thrown into a page. A `fault` is ours and goes into the log. */
export function deadEnd(
  thrown: unknown,
  frame: PageFrame,
  requestId: RequestId,
  { retry, away }: { retry: string; away: Away | null },
): DeadEnd {
  const reference = referenceOf(requestId)
  if (thrown instanceof FormNotOurs) {
    return { status: 403, body: expiredFormPage(frame, reference, retry), fault: false }
  }
  const refusal = refusalIn(thrown)
  if (refusal !== null) return { ...refusedPage(refusal, frame, reference), fault: false }
  if (isUnavailable(thrown)) {
    return { status: 503, body: serviceUnavailablePage(frame, reference, away ?? undefined), fault: true }
  }
  return { status: 500, body: somethingWentWrongPage(frame, reference), fault: true }
}

function refusedPage(refusal: Refusal, frame: PageFrame, reference: string): { status: number; body: Html } {
  if (refusal.kind === 'not-found') return { status: 404, body: notFoundPage(frame, reference) }
  if (refusal.kind === 'forbidden') return { status: 403, body: forbiddenPage(frame, reference) }
  const title = 'This could not be done'
  const main = html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${refusal.says}.</p>
<p class="govuk-body">Go back to the page before, or <a class="govuk-link" href="/">go to the start page</a>.</p>
<p class="govuk-body">If you <a class="govuk-link" href="/help">ask for help</a>, give this reference:
<strong>${reference}</strong></p>
</div></div>`
  const status = refusal.code === 'too-large' ? 413 : statusOf[refusal.kind]
  return { status, body: page({ ...frame, title, main }) }
}
