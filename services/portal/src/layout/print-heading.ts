import { type Html, html } from '../components/html.ts'
import type { PageOptions } from './page-frame.ts'
import { writtenTime } from './written-time.ts'

/** Stands on paper only: how secret it is, which case, who printed it and when. */
export function printHeading({ reference, user, at }: PageOptions): Html {
  return html`<div class="cdop-print">
<p class="cdop-print__classification">OFFICIAL-SENSITIVE</p>
${reference !== undefined && html`Case ${reference}. `}Printed ${user && `by ${user.name} `}on ${writtenTime(at)}
</div>`
}
