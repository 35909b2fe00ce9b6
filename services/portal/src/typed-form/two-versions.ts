import { Refusal } from '@cdop/domain'
import { checkboxes } from '../components/checkboxes.ts'
import { type Html, html } from '../components/html.ts'
import type { PostedForm } from '../page/posted-form.ts'

/** Ticked on a form that shows two versions; its value is the saved one that what was typed takes the place of. */
const IN_PLACE_OF = 'inPlaceOf'

/**
 * The version a change is made from: the one its form was drawn from, or the one that was shown as saved since and chosen
 * to be replaced. @throws Refusal `unreadable`
 */
export function versionChosen(form: PostedForm): number {
  const version = Number(form.text(IN_PLACE_OF) || form.text('version'))
  if (!Number.isInteger(version) || version < 1) throw new Refusal('unreadable')
  return version
}

/**
 * At the head of a form that was saved by somebody else meanwhile: what is saved, and the choice to replace it with what
 * was typed. Without the choice the form is refused again, so that a second click destroys nothing.
 */
export function savedMeanwhile({ saved, version }: { saved: Html; version: number }): Html {
  return html`<h2 class="govuk-heading-m">What is saved now</h2>
${saved}
<h2 class="govuk-heading-m">What you typed</h2>
<p class="govuk-body">Nothing of it is saved. To keep what is saved now, leave this page.</p>
${checkboxes({
  name: IN_PLACE_OF,
  idPrefix: IN_PLACE_OF,
  values: [],
  items: [{ value: String(version), text: 'Save what I typed in place of what is saved now' }],
})}`
}
