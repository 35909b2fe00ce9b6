import { ExemptionReason } from '@cdop/statistics'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { textarea } from '../../components/textarea.ts'
import { warningText } from '../../components/warning-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { exemptionWords } from '../../wording/annual-report-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import type { DraftSection } from '../annual-reports/asked-report.ts'
import { commentsView } from './comments-view.ts'
import { findingsView } from './findings-view.ts'
import type { OfferedFigure } from './offered-figures.ts'
import type { SectionModel } from './section-model.ts'

/** A section: how it reads, what was found in it, the box it is written in, and what reviewers say. */
export function sectionView(model: SectionModel): Html {
  const { section, found, previewed, mayWrite, overtaken } = model
  const read = previewed ?? found?.read ?? null
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${section.title}</h1>
<p class="govuk-body">${section.asks}.</p>
${overtaken && found !== null && overtakenView(found)}
${previewed === null && found !== null && staleView(found)}
${
  read !== null &&
  html`<h2 class="govuk-heading-m">${previewed === null ? 'How it reads' : 'Preview: how it would read'}</h2>
${read.paragraphs.length === 0 ? html`<p class="govuk-body">Nothing is written yet.</p>` : insetText({ html: html`${read.paragraphs.map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}` })}
${findingsView(model, read)}`
}
${mayWrite && writingForm(model)}
${commentsView(model)}
</div></div>`
}

function overtakenView({ block }: DraftSection): Html {
  return html`${warningText({ text: 'Somebody saved this section while you were writing. What you typed is below and not saved.', iconFallbackText: 'Warning' })}
${details({ summaryText: 'What they saved', open: true, html: html`<p class="govuk-body">${typedText(block.prose)}</p>` })}`
}

function staleView({ block, stale }: DraftSection): Html | false {
  const carried = block.origin === 'carried-over'
  if (!carried && stale.length === 0) return false
  const why = {
    'figure-changed': 'a figure in it says something else now',
    'names-a-year': 'it names a year',
  }
  return html`${warningText({
    text: carried
      ? 'This text comes from an earlier report, and nobody has looked at it since. Saving it says that you have.'
      : 'Figures of this text say something else than when it was written. Saving it says that you have looked at them.',
    iconFallbackText: 'Warning',
  })}
${
  stale.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${stale.map((one) => html`<li>${one.sentence} (${why[one.why]})</li>`)}</ul>`
}`
}

function writingForm({ hidden, found, prose, errors, offered }: SectionModel): Html {
  return html`<h2 class="govuk-heading-m">Write it</h2>
${help(offered)}
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${String(found?.block.version ?? 0)}">
${textarea({
  id: 'prose',
  name: 'prose',
  rows: 16,
  value: prose,
  label: { text: 'Text of the section', classes: 'govuk-label--s' },
  hint: { text: 'An empty line begins a new paragraph. Do not name or describe a child or family' },
  errorMessage: errorOf(errors, 'prose'),
})}
<div class="govuk-button-group">
${button({ text: 'Save', name: '_action', value: 'save', preventDoubleClick: true })}
${button({ text: 'Preview', name: '_action', value: 'preview', classes: 'govuk-button--secondary' })}
</div></form>`
}

function help(offered: readonly OfferedFigure[]): Html {
  return html`${details({
    summaryText: 'How to write figures and numbers',
    html: html`<p class="govuk-body">A figure of the release stands between two braces: table, row, column, and count, percentage, change or
rate. ${'{{N2 0-27d total count}}'} is how many children died in their first 28 days. It is replaced by what the release says, or by [c]
where it is hidden.</p>
<p class="govuk-body">Any other number stands in quotation marks between two braces, with a reason: ${'{{"15 working days" law-or-guidance}}'}.
Years and months need none.</p>
<ul class="govuk-list govuk-list--bullet">${ExemptionReason.options.map(
      (reason) => html`<li>${reason}: ${exemptionWords[reason]}</li>`,
    )}</ul>`,
  })}
${
  offered.length > 0 &&
  details({
    summaryText: 'Figures of this section',
    html: scrollRegion(
      'Figures of this section',
      table({
        firstCellIsHeader: true,
        head: [{ text: 'Type this' }, { text: 'What it is' }, { text: 'Says' }],
        rows: offered.map(({ written, says, value }) => [{ text: written }, { text: says }, { text: value }]),
      }),
    ),
  })
}`
}
