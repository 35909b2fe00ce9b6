import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { textarea } from '../../components/textarea.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { exemptionWords, faultWords, heldWords, learntWords } from '../../wording/annual-report-words.ts'
import type { DraftSection } from '../annual-reports/asked-report.ts'
import { learntAnswers } from './form.ts'
import type { SectionModel } from './section-model.ts'

/** What was found in a text: what must be written otherwise, what two people decide, what is exempt. */
export function findingsView(model: SectionModel, { faults, held, exempt }: DraftSection['read']): Html {
  return html`${
    faults.length > 0 &&
    html`<h3 class="govuk-heading-s">To correct before this can be published</h3>
<ul class="govuk-list govuk-list--bullet">${faults.map(
      (fault) => html`<li>${faultWords(fault)}.<br>In: ${fault.sentence}</li>`,
    )}</ul>`
  }
${
  held.length > 0 &&
  html`<h3 class="govuk-heading-s">Sentences that two people must decide about</h3>
${held.map((one, nth) => heldView(model, one, nth))}`
}
${
  exempt.length > 0 &&
  html`<h3 class="govuk-heading-s">Numbers that are not figures of the release</h3>
<ul class="govuk-list govuk-list--bullet">${exempt.map(
    ({ written, reason }) => html`<li>${written}: ${exemptionWords[reason].toLowerCase()}</li>`,
  )}</ul>`
}`
}

type Held = DraftSection['read']['held'][number]

function heldView(model: SectionModel, { sentence, printed, kinds, words }: Held, nth: number): Html {
  const { draft, section, nameOf, mayWrite, previewed } = model
  const asked = draft.holds.find(
    (one) =>
      one.section === section.id && one.sentence === sentence && one.releaseId === draft.head.releaseId,
  )
  const why = kinds.map((kind) => heldWords[kind]).join(', ')
  return html`<p class="govuk-body">“${printed}”<br>Held because ${why}: ${words.join(', ')}.</p>
${
  asked !== undefined &&
  html`<p class="govuk-body">${
    asked.outcome === null
      ? `${nameOf(asked.askedBy)} asked that it may stand. Somebody else decides.`
      : asked.outcome === 'may-stand'
        ? 'Two people decided that it may stand.'
        : 'It must go. Write it otherwise.'
  }</p>`
}
${asked === undefined && mayWrite && previewed === null && askForm(model, sentence, nth)}`
}

function askForm({ hidden, errors, retyped }: SectionModel, sentence: string, nth: number): Html {
  const typed = retyped?.text('nth') === String(nth) ? retyped : null
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="sentence" value="${sentence}">
<input type="hidden" name="nth" value="${String(nth)}">
${radios({
  name: `learnt-${nth}`,
  idPrefix: `learnt-${nth}`,
  classes: 'govuk-radios--small',
  value: typed?.text(`learnt-${nth}`) ?? '',
  fieldset: {
    legend: {
      text: 'What would somebody who knows of the death from the news learn from it?',
      classes: 'govuk-fieldset__legend--s',
    },
  },
  errorMessage: errorOf(errors, `learnt-${nth}`),
  items: learntAnswers.map((value) => ({ value, text: learntWords[value] })),
})}
${textarea({
  id: `reason-${nth}`,
  name: `reason-${nth}`,
  rows: 3,
  value: typed?.text(`reason-${nth}`) ?? '',
  label: { text: 'Why should it stand?', classes: 'govuk-label--s' },
  errorMessage: errorOf(errors, `reason-${nth}`),
})}
${button({ text: 'Ask that it may stand', name: '_action', value: 'ask', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
