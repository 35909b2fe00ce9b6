import { type LiveItemState, possibleDecisions } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { listed } from '../../wording/in-words.ts'
import { type AroundModel, aroundView } from './around.ts'
import { DECISION, DISAGREED, type TypedDecision, WORDS } from './form.ts'
import { companyView } from './lead-view.ts'
import { answerOf, type ShownRoom } from './view.ts'
import { beside, decisionWords, stateTag } from './words.ts'

type Neighbour = { readonly item: string; readonly title: string }

type ItemModel = {
  readonly base: string
  readonly kase: string
  readonly panel: ShownRoom & { readonly here: number }
  readonly item: Neighbour & {
    readonly optional: boolean
    readonly state: LiveItemState
    readonly version: number
    readonly digest: string
    readonly lapsed: boolean
    readonly answered: boolean
    readonly disagreed: number
    readonly words: string | null
    readonly rows: SummarySection['rows']
  }
  readonly whoDisagreed: readonly string[]
  readonly neighbours: { readonly before: Neighbour | null; readonly next: Neighbour | null }
  readonly hidden: Html
  readonly around: AroundModel | null
  readonly typed: TypedDecision
  readonly errors: readonly ErrorItem[]
}

/** An item as the chair decides it. */
export function itemView(model: ItemModel): Html {
  const { base, kase, panel, item, whoDisagreed, neighbours, hidden, around } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${item.title}</h1>
${companyView(base, panel)}
<p class="govuk-body">${stateTag(item.state)} ${beside(item)}</p>
${whoDisagreed.length > 0 && html`<p class="govuk-body">Disagreed: ${listed(whoDisagreed)}.</p>`}
${item.words !== null && insetText({ text: item.words })}
${answerOf(item.rows)}
<p class="govuk-body"><a class="govuk-link" href="${kase}/analysis/sections/${item.item}">Change the answer</a></p>
${panel.current !== item.item && turn(hidden, item, 'Show this item to everybody')}
${decision(model)}
<div class="cdop-live__turn">
${neighbours.before !== null && turn(hidden, neighbours.before, `Previous: ${neighbours.before.title}`)}
${neighbours.next !== null && turn(hidden, neighbours.next, `Next: ${neighbours.next.title}`)}
</div>
</div><div class="govuk-grid-column-one-third">${around !== null && aroundView(around)}</div></div>`
}

/** Turns everybody's screen to an item. */
function turn(hidden: Html, { item }: Neighbour, text: string): Html {
  return html`<form method="post" novalidate>${hidden}<input type="hidden" name="_action" value="show">
<input type="hidden" name="item" value="${item}">
${button({ text, classes: 'govuk-button--secondary' })}</form>`
}

function decision({ item, hidden, around, typed, errors }: ItemModel): Html {
  const present = around?.present ?? []
  return html`<form method="post" novalidate>${hidden}<input type="hidden" name="_action" value="decide">
<input type="hidden" name="version" value="${item.version}"><input type="hidden" name="digest" value="${item.digest}">
${radios({
  idPrefix: DECISION,
  name: DECISION,
  value: typed.decision,
  fieldset: { legend: { text: 'What did the panel decide?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errorOf(errors, DECISION),
  items: possibleDecisions(item.state).map((value) => ({
    value,
    text: decisionWords[value].text,
    hint: {
      text:
        value === 'agree' && !item.answered
          ? 'Not before everything in it that has to be answered is'
          : decisionWords[value].hint,
    },
  })),
})}
${
  present.length > 0 &&
  item.state !== 'agreed' &&
  checkboxes({
    idPrefix: DISAGREED,
    name: DISAGREED,
    values: typed.disagreed,
    fieldset: { legend: { text: 'Who disagreed? (optional)', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Members and the screen for the room are told how many, not who.' },
    errorMessage: errorOf(errors, DISAGREED),
    items: present.map(({ personId, name }) => ({ value: personId, text: name })),
  })
}
${
  present.length > 0 &&
  item.state !== 'agreed' &&
  textarea({
    id: WORDS,
    name: WORDS,
    rows: 3,
    value: typed.words,
    label: { text: 'What did they say? (optional)', classes: 'govuk-label--s' },
    hint: { text: 'Leave out names and anything else that identifies a person.' },
    errorMessage: errorOf(errors, WORDS),
  })
}
${button({ text: 'Record the decision', preventDoubleClick: true })}
</form>`
}
