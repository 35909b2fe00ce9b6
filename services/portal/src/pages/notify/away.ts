import { html } from '../../components/html.ts'
import type { Away } from '../../page/screen.ts'
import type { Visit } from '../../page/visit.ts'
import { tonightNotice } from '../../tonight/tonight-notice.ts'
import { notifyPaths } from './paths.ts'
import { publicArea } from './public-area.ts'

/** What every page of a notification says while the service that keeps it does not answer. */
export async function notifyAway(visit: Visit): Promise<Away> {
  const { code, tonight } = await publicArea(visit)
  return {
    title: 'You cannot notify a death online right now',
    body: html`<p class="govuk-body">A part of the service is down. The fault is ours. Try again in a few minutes.</p>
<p class="govuk-body">Every page you had saved is safe. What you typed on the last page may not have been saved.</p>
<p class="govuk-body">If you cannot wait,
<a class="govuk-link" href="${notifyPaths(code).paper}">print the paper form</a> and send it as it says there.</p>
${tonightNotice(tonight)}`,
  }
}
