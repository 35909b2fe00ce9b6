import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import {
  alertBodyWords,
  alertKindWords,
  alertOutcomeWords,
  alertSideWords,
} from '../../wording/alert-words.ts'
import { sourceWords } from '../../wording/recommendation-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { standing } from '../alerts/view.ts'
import type { AlertModel } from './alert-model.ts'
import { bodyForm, closingForm, telephoneForm } from './forms-view.ts'

/** An urgent alert: what is dangerous, what to do now, who knows of it and who was told. */
export function alertView(model: AlertModel): Html {
  const { alert, hidden, speaksFor, nameOf } = model
  const { words, closed } = alert
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Urgent alert ${alert.reference}</h1>
${insetText({ html: standing(alert) })}
${speaksFor.map(
  (side) => html`<form method="post" novalidate>${hidden}
<input type="hidden" name="side" value="${side}">
${button({ text: side === 'public-health' ? 'I know of this, for public health' : 'I know of this', name: '_action', value: 'know', preventDoubleClick: true })}
</form>`,
)}
<h2 class="govuk-heading-m">What to do now</h2>
<p class="govuk-body">${typedText(words.doNow)}</p>
<h2 class="govuk-heading-m">What seems to be dangerous</h2>
<p class="govuk-body">${typedText(words.what)}</p>
${facts(model)}
${knownBy(model)}
${toldBodies(model)}
${
  closed !== null &&
  html`<h2 class="govuk-heading-m">What came of it</h2>
<p class="govuk-body">${alertOutcomeWords[closed.outcome]}. ${nameOf(closed.by)}, ${writtenTime(new Date(closed.at))}</p>
<p class="govuk-body">${typedText(closed.words)}</p>`
}
${model.mayClose && closingForm(model)}
</div></div>`
}

function facts({ alert, cases, nameOf }: AlertModel): Html {
  const rows: [string, string | Html][] = [
    ['About', alertKindWords[alert.kind]],
    ['Comes from', sourceWords[alert.source]],
    ['Raised', `${nameOf(alert.raisedBy)}, ${writtenTime(new Date(alert.raisedAt))}`],
  ]
  if (alert.remindedAt !== null) {
    const when = writtenTime(new Date(alert.remindedAt))
    rows.push(['Told again', `Coordinators and chairs, ${when}`])
  }
  if (cases.length > 0) {
    const links = cases.map(
      ({ caseId, reference }) =>
        html`<li><a class="govuk-link" href="/cases/${caseId}">${reference}</a></li>`,
    )
    rows.push(['Cases it came from', html`<ul class="govuk-list govuk-!-margin-bottom-0">${links}</ul>`])
  }
  return summaryList({
    rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })),
  })
}

function knownBy(model: AlertModel): Html {
  const { acknowledgements, nameOf, mayTelephone, alert } = model
  return html`<h2 class="govuk-heading-m">Who knows of it</h2>
${
  acknowledgements.length === 0
    ? html`<p class="govuk-body">Nobody has said so yet.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${acknowledgements.map(
        ({ side, name, recordedBy, recordedAt }) =>
          html`<li>${alertSideWords[side]}: ${name ?? nameOf(recordedBy)}, ${writtenTime(new Date(recordedAt))}${
            name !== null && ` (recorded by ${nameOf(recordedBy)})`
          }</li>`,
      )}</ul>`
}
${mayTelephone && alert.waiting.length > 0 && telephoneForm(model)}`
}

function toldBodies(model: AlertModel): Html {
  const { bodies, mayRecord } = model
  return html`<h2 class="govuk-heading-m">Which bodies were told</h2>
${
  bodies.length === 0
    ? html`<p class="govuk-body">None is recorded yet. This service tells none of them.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${bodies.map(
        ({ body, toldOn }) => html`<li>${alertBodyWords[body]}, ${writtenDate(toldOn)}</li>`,
      )}</ul>`
}
${mayRecord && bodyForm(model)}`
}
