import { type PlainDate, TranscriptionChannel } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { taskList } from '../../components/task-list.ts'
import { taskStatus } from '../../components/task-status.ts'
import { textarea } from '../../components/textarea.ts'
import type { SectionStatus } from '../../statutory-form/section-status.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { channelWords } from '../../wording/transcription-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { TypedTelling } from './form.ts'

export const onBehalfTitle = 'Enter answers on behalf of the agency'

const upperFirst = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

type TellingModel = {
  readonly hidden: Html
  readonly organisationName: string
  readonly typed: TypedTelling
  readonly errors: readonly ErrorItem[]
}

/** Who told it, before anything is entered. */
export function tellingView({ hidden, organisationName, typed, errors }: TellingModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${organisationName}</span>
<h1 class="govuk-heading-l">${onBehalfTitle}</h1>
<p class="govuk-body">Enter what the agency told you by telephone, by letter, by email or at a meeting. It is marked as
transcribed wherever it is shown. The agency can still answer for itself: both are kept.</p>
<form method="post" novalidate>${hidden}
${input({ id: 'name', name: 'name', label: { text: 'Who told you?' }, hint: { text: 'Name of the person' }, value: typed.name, errorMessage: errorOf(errors, 'name') })}
${input({ id: 'role', name: 'role', label: { text: 'What are they in their agency?' }, hint: { text: 'For example, named nurse' }, value: typed.role, errorMessage: errorOf(errors, 'role') })}
${radios({
  name: 'channel',
  idPrefix: 'channel',
  value: typed.channel,
  fieldset: { legend: { text: 'How did they tell you?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'channel'),
  items: TranscriptionChannel.options.map((value) => ({ value, text: upperFirst(channelWords[value]) })),
})}
${dateField({ name: 'toldOn', legend: 'When did they tell you?', value: typed.toldOn, errors })}
${textarea({
  id: 'source',
  name: 'source',
  label: { text: 'Where is it written down? (optional)' },
  hint: { text: 'The letter, email, minutes or note, and where it is kept' },
  rows: '3',
  value: typed.source,
  errorMessage: errorOf(errors, 'source'),
})}
${button({ text: 'Continue', preventDoubleClick: true })}
</form>
</div></div>`
}

export type EnteringModel = {
  readonly hidden: Html
  readonly organisationName: string
  readonly path: string
  readonly channel: TranscriptionChannel
  readonly toldOn: PlainDate
  readonly informant: { readonly name: string; readonly role: string; readonly source: string | null }
  readonly forms: readonly {
    readonly name: string
    readonly title: string
    readonly sections: readonly SectionStatus[]
  }[]
  readonly version: number
  /** Something was entered. */
  readonly begun: boolean
  /** The agency returned its answers before: what is recorded now is a further version. */
  readonly returned: boolean
  readonly whole: string
  readonly errors: readonly ErrorItem[]
}

/** The sections, and what becomes of what was entered. */
export function enteringView(model: EnteringModel): Html {
  const { hidden, organisationName, path, channel, toldOn, informant, forms, version, begun } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${organisationName}</span>
<h1 class="govuk-heading-l">${onBehalfTitle}</h1>
${summaryList({
  rows: [
    { key: { text: 'Told by' }, value: { text: `${informant.name}, ${informant.role}` } },
    {
      key: { text: 'How and when' },
      value: { text: `${upperFirst(channelWords[channel])}, ${writtenDate(toldOn)}` },
    },
    { key: { text: 'Written down' }, value: { text: informant.source ?? 'Nowhere else' } },
  ],
})}
<p class="govuk-body">Enter as much as you were told. Leave blank what was not said.</p>
<p class="govuk-body"><a class="govuk-link" href="${path}/upload">Upload a form the agency filled in</a></p>
${forms.map(
  ({ name, title, sections }, place) => html`<h2 class="govuk-heading-m">${title}</h2>
${taskList({
  idPrefix: `section-${place}`,
  items: sections.map(({ linkId, title: section, status }) => ({
    title: { text: section },
    href: `${path}/forms/${name}/${linkId}`,
    status: taskStatus(status),
  })),
})}`,
)}
${begun ? recording(model) : insetText({ text: 'Nothing has been entered yet.' })}
<h2 class="govuk-heading-m">Throw away what was entered</h2>
<form method="post" novalidate>${hidden}
<input type="hidden" name="_version" value="${version}">
${button({ text: 'Throw away', name: '_action', value: 'discard', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>
</div></div>`
}

function recording({ hidden, version, returned, whole, errors }: EnteringModel): Html {
  return html`<h2 class="govuk-heading-m">Record the answers</h2>
<form method="post" novalidate>${hidden}
<input type="hidden" name="_version" value="${version}">
<p class="govuk-body">What you record becomes a further version of what the agency has told so far. What you leave blank stays as
it was. An answer you enter takes the place of the earlier one, so if you enter a list, enter all of it. Earlier versions are
kept.</p>
${
  returned
    ? html`<input type="hidden" name="whole" value="yes">`
    : radios({
        name: 'whole',
        idPrefix: 'whole',
        value: whole,
        fieldset: {
          legend: { text: 'Is this all the agency has to say?', classes: 'govuk-fieldset__legend--s' },
        },
        errorMessage: errorOf(errors, 'whole'),
        items: [
          { value: 'yes', text: 'Yes: the agency has answered' },
          { value: 'no', text: 'No: we still wait for the rest' },
        ],
      })
}
${button({ text: 'Record as told by the agency', name: '_action', value: 'record', preventDoubleClick: true })}
</form>`
}
