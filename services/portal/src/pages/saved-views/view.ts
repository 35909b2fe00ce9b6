import type { PersonId } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { type CaseFilter, filterQuery, filterWords, type KeptView } from '../cases/case-views.ts'
import { nameFieldOf } from './form.ts'

type NameOf = (personId: PersonId) => string

/** Keeps the worklist of an address under a name. */
export function newSavedView({
  hidden,
  filter,
  nameOf,
  typed,
  errors,
}: {
  hidden: Html
  filter: CaseFilter
  nameOf: NameOf
  typed: { name: string; begins: boolean }
  errors: readonly ErrorItem[]
}): Html {
  return html`<h1 class="govuk-heading-l">Save this view</h1>
<p class="govuk-body">What it shows: ${filterWords(filter, nameOf)}.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="view" value="${filter.view}"><input type="hidden" name="sort" value="${filter.sort}">
<input type="hidden" name="owner" value="${filter.owner ?? ''}">
${input({
  id: 'name',
  name: 'name',
  value: typed.name,
  label: { text: 'What do you want to call it?' },
  hint: { text: 'Only you see this name. Do not use the name of a child.' },
  classes: 'govuk-input--width-20',
  ...(errorOf(errors, 'name') && { errorMessage: errorOf(errors, 'name') }),
})}
${checkboxes({
  name: 'begins',
  values: typed.begins ? ['yes'] : [],
  items: [{ value: 'yes', text: 'Begin with this view when I open the cases' }],
})}
${button({ text: 'Save the view', preventDoubleClick: true })}
</form>`
}

export type SavedViewsModel = {
  readonly hidden: Html
  readonly views: readonly Omit<KeptView, 'count'>[]
  readonly nameOf: NameOf
  readonly typed: { readonly field: string; readonly name: string } | null
  readonly errors: readonly ErrorItem[]
}

/** The views a person keeps: renamed, deleted, begun with. */
export function savedViews(model: SavedViewsModel): Html {
  return html`<h1 class="govuk-heading-l">Views you saved</h1>
${model.views.length === 0 && html`<p class="govuk-body">You have saved no view. Open the cases, choose what to see and select “Save this view”.</p>`}
${model.views.map((view) => oneView(model, view))}`
}

function oneView(
  { hidden, nameOf, typed, errors }: SavedViewsModel,
  view: SavedViewsModel['views'][number],
): Html {
  const { savedViewId, name, filter, begins, version } = view
  const field = nameFieldOf(savedViewId)
  const fault = errorOf(errors, field)
  const secondary = 'govuk-button--secondary'
  return html`<h2 class="govuk-heading-m"><a class="govuk-link" href="/cases?${filterQuery(filter)}">${name}</a></h2>
<p class="govuk-body">${filterWords(filter, nameOf)}${begins && '. The cases begin with it'}.</p>
<form method="post" novalidate>${hidden}
<input type="hidden" name="savedViewId" value="${savedViewId}"><input type="hidden" name="version" value="${String(version)}">
${input({
  id: field,
  name: field,
  value: typed?.field === field ? typed.name : name,
  label: { text: `Name of “${name}”` },
  classes: 'govuk-input--width-20',
  ...(fault && { errorMessage: fault }),
})}
<div class="govuk-button-group">
${button({ text: 'Save the name', name: '_action', value: 'rename', classes: secondary, preventDoubleClick: true })}
${button({
  text: begins ? `Do not begin with “${name}”` : `Begin with “${name}”`,
  name: '_action',
  value: begins ? 'end' : 'begin',
  classes: secondary,
  preventDoubleClick: true,
})}
${button({
  text: `Delete “${name}”`,
  name: '_action',
  value: 'remove',
  classes: 'govuk-button--warning',
  preventDoubleClick: true,
})}
</div></form>`
}
