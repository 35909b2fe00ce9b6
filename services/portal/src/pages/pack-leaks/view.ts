import type { Instant, PackId, PersonId } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { findingReasonWords, packStateWords } from '../../wording/pack-words.ts'
import type { caseReview } from '../case-frame/opened-case.ts'
import { fieldOf, HIDE, LEAVE } from './form.ts'

export const packLeaksTitle = 'Leak report'

type Report = Awaited<ReturnType<ReturnType<typeof caseReview>['pack']['leaks']['query']>>

export type PackLeaks = {
  readonly report: Report
  readonly packId: PackId
  readonly formFields: Html
  readonly decidedBy: (by: PersonId, at: Instant) => string
}

export function packLeaksView(model: PackLeaks): Html {
  const { report } = model
  return html`<h1 class="govuk-heading-l">${packLeaksTitle}</h1>
<p class="govuk-body">Case ${report.reference}, version ${String(report.version)} of the pack:
${packStateWords[report.state].toLowerCase()}.</p>
${
  report.standing !== 'same' &&
  insetText({
    text: 'This version is out of date for this case: a text changed, came or was put under a caveat since. Build the pack again. What was decided of texts that stayed the same holds.',
  })
}
${report.counts.length === 0 ? html`<p class="govuk-body">Nothing was found in the texts of this case.</p>` : scrollRegion('What was found', counts(report))}
${items(model)}`
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

function counts({ counts: all }: Report): Html {
  return table({
    caption: 'What was found',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'What' }, { text: 'Taken out' }, { text: 'Of this case' }, { text: 'Doubtful' }],
    rows: all.map(({ kind, replaced, own, doubtful }) => [
      { text: capital(kind) },
      { text: String(replaced) },
      { text: String(own) },
      { text: String(doubtful) },
    ]),
  })
}

function items(model: PackLeaks): Html | null {
  const { report, packId, formFields } = model
  if (report.items.length === 0) return null
  const list = report.items.map((item, at) => one(model, item, at))
  if (!report.takesDecisions) return html`<h2 class="govuk-heading-m">Doubtful</h2>${list}`
  return html`<h2 class="govuk-heading-m">Doubtful: decide each</h2>
<form method="post" novalidate>${formFields}<input type="hidden" name="pack" value="${packId}">
${list}
${button({ text: 'Save what you decided', preventDoubleClick: true })}
</form>`
}

function one({ report, decidedBy }: PackLeaks, item: Report['items'][number], at: number): Html {
  const { before, found, after, kind, reason, decision, start, end } = item
  const narrative = report.narratives[item.narrative]
  const from =
    narrative === undefined
      ? ''
      : narrative.source.of === 'return'
        ? `${organisationKindWords[narrative.source.organisationKind]}: ${narrative.label}`
        : narrative.label
  const why = findingReasonWords[reason] ?? reason
  return html`<h3 class="govuk-heading-s">${String(at + 1)}. ${capital(kind)}: ${why}</h3>
<p class="govuk-hint">${from}</p>
<p class="govuk-body cdop-answer">${before.length > 0 && '…'}${before}<mark>${found}</mark>${after}${after.length > 0 && '…'}</p>
${
  decision !== null &&
  html`<p class="govuk-body">${decision.hide ? 'Taken out' : 'Left'} by ${decidedBy(decision.decidedBy, decision.decidedAt)}.</p>`
}
${
  report.takesDecisions &&
  narrative !== undefined &&
  radios({
    name: fieldOf({ mark: narrative.mark, start, end }),
    idPrefix: `item-${at + 1}`,
    classes: 'govuk-radios--small govuk-radios--inline',
    fieldset: {
      legend: { text: `What is done with item ${at + 1}?` },
    },
    items: [
      { value: HIDE, text: 'Take it out' },
      { value: LEAVE, text: 'Leave it' },
    ],
    ...(decision === null ? {} : { value: decision.hide ? HIDE : LEAVE }),
  })
}`
}
