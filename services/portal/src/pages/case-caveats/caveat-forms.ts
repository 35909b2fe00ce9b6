import { CaveatKind } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { caveatKindWords } from '../../wording/caveat-words.ts'
import type { PartPerson } from '../case-people/part-people.ts'
import { withheldFrom } from './caveat-marks.ts'
import type { ListedCaveat } from './caveats-of.ts'
import { type TypedCaveat, WHY_LENGTH } from './form.ts'
import { caveatFacts, type Named } from './view.ts'

type Errors = readonly ErrorItem[]

const reason = (id: string, label: string, value: string, errors: Errors) =>
  characterCount({
    id,
    name: id,
    label: { text: label, classes: 'govuk-label--s' },
    value,
    maxlength: WHY_LENGTH,
    threshold: 75,
    errorMessage: errorOf(errors, id),
  })

/** Why, who asked for it, and who asks again when. */
function saidFields(typed: TypedCaveat, owners: readonly PartPerson[], errors: Errors): Html {
  return html`${reason('why', 'In words: what could it harm, and until when?', typed.why, errors)}
${input({
  id: 'askedBy',
  name: 'askedBy',
  label: { text: 'Who asked for it?', classes: 'govuk-label--s' },
  hint: { text: 'A name or an office, and how to reach them' },
  value: typed.askedBy,
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'askedBy'),
})}
${select({
  id: 'owner',
  name: 'owner',
  label: { text: 'Who asks again whether it is still needed?', classes: 'govuk-label--s' },
  value: typed.owner,
  items: [
    { value: 'coordinator', text: 'The coordinators of the area' },
    { value: 'designated-doctor', text: 'The designated doctors of the area' },
    ...owners.map(({ personId, displayName }) => ({ value: personId, text: displayName })),
  ],
  errorMessage: errorOf(errors, 'owner'),
})}
${dateField({ name: 'reviewOn', legend: 'When?', value: typed.reviewOn, errors })}`
}

export type NewCaveatModel = {
  readonly hidden: Html
  readonly about: string
  readonly typed: TypedCaveat
  readonly owners: readonly PartPerson[]
  readonly errors: Errors
}

/** Puts something under a caveat. */
export function newCaveatView({ hidden, about, typed, owners, errors }: NewCaveatModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Put under a caveat</h1>
<p class="govuk-body">${about}</p>
<p class="govuk-body">It is withheld from the next time somebody looks, in every version of it. Where it stood, people read that
something is withheld, and not why. Coordinators and designated doctors read it all the same.</p>
<p class="govuk-body">What somebody wrote in their own words, such as the summary for the panel, and copies that were downloaded
before stay as they are: look through them.</p>
<form method="post" novalidate>${hidden}
${radios({
  name: 'kind',
  idPrefix: 'kind',
  value: typed.kind,
  fieldset: { legend: { text: 'Why must it be withheld?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'kind'),
  items: CaveatKind.options.map((value) => ({
    value,
    text: caveatKindWords[value],
    hint: { text: `Withheld from ${withheldFrom(value)}` },
  })),
})}
${saidFields(typed, owners, errors)}
${button({ text: 'Put under the caveat', preventDoubleClick: true })}
</form>
</div></div>`
}

export type OneCaveatModel = Named & {
  readonly hidden: Html
  readonly caveat: ListedCaveat
  readonly typed: TypedCaveat
  readonly liftWhy: string
  readonly owners: readonly PartPerson[]
  readonly mayRecord: boolean
  readonly errors: Errors
}

/** One caveat: what was said of it, that it is still needed, or that it is lifted. */
export function oneCaveatView(model: OneCaveatModel): Html {
  const { hidden, caveat, typed, liftWhy, owners, mayRecord, errors } = model
  const version = html`<input type="hidden" name="version" value="${caveat.version}">`
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${caveatKindWords[caveat.kind]}</h1>
${caveatFacts(caveat, model)}
${
  mayRecord &&
  caveat.liftedOn === null &&
  html`<h2 class="govuk-heading-m">It is still needed</h2>
<form method="post" novalidate>${hidden}${version}
${saidFields(typed, owners, errors)}
${button({ text: 'Save that it is still needed', name: '_action', value: 'review', preventDoubleClick: true })}
</form>
<h2 class="govuk-heading-m">It may be shown now</h2>
<form method="post" novalidate>${hidden}${version}
${reason('liftWhy', 'Why may it be shown?', liftWhy, errors)}
${button({ text: 'Lift the caveat', name: '_action', value: 'lift', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
</div></div>`
}
