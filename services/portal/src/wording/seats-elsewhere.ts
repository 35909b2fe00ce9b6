import { type Html, html } from '../components/html.ts'
import { insetText } from '../components/inset-text.ts'
import { listed } from './in-words.ts'

type Area = { readonly areaId: string; readonly name: string; readonly guest: boolean }

/** The areas in which somebody has a seat at a meeting, on the pages of another, with the way there. */
export function seatsElsewhere(areas: readonly Area[], here: string): Html {
  const names = areas.filter(({ areaId, guest }) => guest && areaId !== here).map(({ name }) => name)
  if (names.length === 0) return html``
  return insetText({
    html: html`You have a seat at a panel meeting of ${listed(names)}. Its cases are that area’s, and you read them there:
<a class="govuk-link" href="/areas">choose that area</a>.`,
  })
}
