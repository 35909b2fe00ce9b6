import type { ResidencyBasis } from '@cdop/domain'
import type { Offered } from '@cdop/forms'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { select } from '../../components/select.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { AREA_NOT_LISTED, chosenBases, OUTSIDE_ENGLAND, type TypedResidency } from './form.ts'

/** On what grounds it was decided where a child lived, in words. */
export const residencyBasisWords: Readonly<Record<ResidencyBasis, string>> = {
  'usual-address': 'The address where the child usually lived',
  'address-before-admission': 'The address before the final illness or admission',
  'mothers-usual-address': 'The mother’s usual address, for a newborn baby',
  'agreed-for-looked-after-child': 'Agreed with the authority responsible for a looked after child',
  'principal-of-two-homes': 'The principal of two homes',
  'agreed-with-other-area': 'Agreed with the panel of another area',
  'not-resident-in-england': 'The child did not live in England',
}

export type ResidencyModel = {
  readonly hidden: Html
  readonly version: number
  /** Where the notifier said the child lived, in words. */
  readonly notified: string
  /** What the postcode says of it, and by which list; null where none was given. */
  readonly byPostcode: string | null
  readonly offered: readonly Offered[]
  /** Other areas, with whose panel it may have been agreed. */
  readonly areas: readonly { readonly areaId: string; readonly name: string }[]
  readonly typed: TypedResidency
  readonly errors: readonly ErrorItem[]
}

/** Where the child normally lived: the decision that scope and figures follow. */
export function residencyView(model: ResidencyModel): Html {
  const { hidden, version, notified, byPostcode, offered, areas, typed, errors } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Where the child normally lived</h1>
<p class="govuk-body">The notification says: ${notified}.</p>
${byPostcode !== null && html`<p class="govuk-body">${byPostcode}</p>`}
<p class="govuk-body">A stay in hospital or a hospice, a short placement, boarding school or custody does not change where
a child normally lived.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${version}">
${select({
  id: 'authority',
  name: 'authority',
  label: { text: 'Local authority where the child normally lived', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, 'authority'),
  items: [
    { value: '', text: 'Select an answer', selected: typed.authority === '' },
    ...offered.map(({ value, text }) => ({ value, text, selected: value === typed.authority })),
    {
      value: OUTSIDE_ENGLAND,
      text: 'The child did not live in England',
      selected: typed.authority === OUTSIDE_ENGLAND,
    },
  ],
})}
${radios({
  name: 'basis',
  idPrefix: 'basis',
  value: typed.basis,
  fieldset: { legend: { text: 'What is the decision based on?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Leave blank if the child did not live in England' },
  errorMessage: errorOf(errors, 'basis'),
  items: chosenBases.map((value) => ({ value, text: residencyBasisWords[value] })),
})}
${
  areas.length > 0 &&
  select({
    id: 'agreedWith',
    name: 'agreedWith',
    label: { text: 'Area it was agreed with (only if it was)', classes: 'govuk-label--s' },
    errorMessage: errorOf(errors, 'agreedWith'),
    items: [
      { value: '', text: 'No other area', selected: typed.agreedWith === '' },
      ...areas.map(({ areaId, name }) => ({
        value: areaId,
        text: name,
        selected: areaId === typed.agreedWith,
      })),
      {
        value: AREA_NOT_LISTED,
        text: 'An area that is not listed',
        selected: typed.agreedWith === AREA_NOT_LISTED,
      },
    ],
  })
}
${input({
  id: 'lsoa',
  name: 'lsoa',
  label: { text: 'Small area (LSOA) of the address (optional)', classes: 'govuk-label--s' },
  hint: {
    text: 'Like E01011229. Change or remove it where the child normally lived elsewhere than the postcode says',
  },
  value: typed.lsoa,
  classes: 'govuk-input--width-10',
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: errorOf(errors, 'lsoa'),
})}
${button({ text: 'Save decision', preventDoubleClick: true })}
</form>
</div></div>`
}
