import {
  type ChasingStep,
  type GapEffect,
  type GapReason,
  type InformationRequestState,
  type PlainDate,
  RequestRecallReason,
} from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { chaserWords, nextChaserWords, type ShownChaser } from '../../wording/chasing-words.ts'
import { gapEffectWords, gapReasonWords } from '../../wording/gap-words.ts'
import { listed } from '../../wording/in-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { answerSections } from '../answer-sections.ts'
import { type RequestRow, requestState } from '../case-requests/view.ts'

type ShownGap = {
  readonly reason: GapReason
  readonly effect: GapEffect
  readonly note: string
  readonly decidedAt: string
  readonly seenAt: string | null
}

export type RequestModel = RequestRow & {
  readonly hidden: Html
  readonly returnedAt: string | null
  readonly sections: readonly SummarySection[]
  /** The supplementary forms asked with it. */
  readonly supplementary: readonly { readonly title: string; readonly sections: readonly SummarySection[] }[]
  /** How the agency was chased, and the chaser to come. */
  readonly chasers: readonly ShownChaser[]
  /** Which version of what was returned this is, and which there are, the newest first. */
  readonly entry: number | null
  readonly versions: readonly {
    readonly entry: number
    readonly returnedAt: string
    readonly why: string | null
  }[]
  readonly next: { readonly step: ChasingStep; readonly on: PlainDate } | null
  /** That the review goes on without the answer. */
  readonly gap: ShownGap | null
  readonly caseId: string
  readonly today: PlainDate
  /** The person may remind the agency, and recall the request. */
  readonly maySend: boolean
  readonly typed: { readonly reason: string }
  readonly errors: readonly ErrorItem[]
}

/** What the page is called: what one agency returned, or what it was asked. */
export const requestTitle = (state: InformationRequestState) =>
  state === 'returned' ? 'Returned form' : 'Information request'

/** What one agency returned, in the form's own words; or what can be done while it has not. */
export function requestView(model: RequestModel): Html {
  const { organisationName, state, sentOn, dueOn, returnedAt, sections, today } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${requestTitle(state)}</h1>
${summaryList({
  rows: [
    { key: { text: 'Organisation' }, value: { text: organisationName } },
    { key: { text: 'Sent' }, value: { text: writtenDate(sentOn) } },
    { key: { text: 'Due' }, value: { text: writtenDate(dueOn) } },
    {
      key: { text: 'State' },
      value: {
        text:
          returnedAt === null
            ? requestState(model, today)
            : `Returned on ${writtenTime(new Date(returnedAt))}`,
      },
    },
    ...chasing(model),
  ],
})}
${returnVersions(model)}
${sections.length === 0 ? html`<p class="govuk-body">Nothing has been returned yet.</p>` : answerSections(sections)}
${supplementary(model)}
${model.gap !== null && gapShown(model, model.gap)}
${state === 'sent' && model.maySend && whatCanBeDone(model)}
</div></div>`
}

/** Every version of what was returned, where it was corrected: each can be read. */
function returnVersions({ caseId, informationRequestId, entry, versions }: RequestModel): Html {
  if (versions.length < 2) return html``
  const here = `/cases/${caseId}/requests/${informationRequestId}`
  return html`<h2 class="govuk-heading-m">Versions</h2>
<ul class="govuk-list govuk-list--bullet">${versions.map(({ entry: one, returnedAt, why }, at) => {
    const name = `Version ${one}, returned on ${writtenTime(new Date(returnedAt))}`
    return html`<li>${
      one === entry
        ? html`<strong>${name}: shown here</strong>`
        : html`<a class="govuk-link" href="${here}${at === 0 ? '' : `?version=${one}`}">${name}</a>`
    }${why !== null && html`. Corrected: ${why}`}</li>`
  })}</ul>`
}

/** The supplementary forms asked with the request: by name until they are returned. */
function supplementary({ state, supplementary: forms }: RequestModel): Html {
  if (forms.length === 0) return html``
  if (state === 'returned') {
    return html`${forms.map(({ title, sections }) => html`<h2 class="govuk-heading-l">${title}</h2>${answerSections(sections)}`)}`
  }
  return html`<p class="govuk-body">Asked for with it: ${listed(forms.map(({ title }) => title))}.</p>`
}

/** What the review goes on without, and the late answer somebody has to look at. */
function gapShown({ hidden, state, maySend }: RequestModel, gap: ShownGap): Html {
  return html`<h2 class="govuk-heading-m">The review goes on without this agency</h2>
<p class="govuk-body">Decided on ${writtenTime(new Date(gap.decidedAt))}. ${gapReasonWords[gap.reason]}. Expected effect:
${gapEffectWords[gap.effect].toLowerCase()}.</p>
<p class="govuk-body cdop-answer">${gap.note}</p>
${
  state === 'returned' &&
  gap.seenAt === null &&
  maySend &&
  html`<p class="govuk-body"><strong>The agency has answered after all.</strong> Look at what it says, and tell the panel or
the chair if it matters. The case stays where it is.</p>
<form method="post" novalidate>${hidden}
${button({ text: 'I have looked at the late answer', name: '_action', value: 'see-late-answer', preventDoubleClick: true })}
</form>`
}`
}

/** How the agency was chased, and what comes next: rows of the summary that have something to say. */
function chasing({ chasers, next, today }: RequestModel) {
  const chased =
    chasers.length === 0
      ? []
      : [
          {
            key: { text: 'Chased' },
            value: {
              html: html`<ul class="govuk-list">${chasers.map((chaser) => html`<li>${chaserWords(chaser)}</li>`)}</ul>`,
            },
          },
        ]
  const coming =
    next === null ? [] : [{ key: { text: 'Next' }, value: { text: nextChaserWords(next, today) } }]
  return [...chased, ...coming]
}

const recallWords: Readonly<Record<RequestRecallReason, string>> = {
  'sent-to-the-wrong-organisation': 'It should have gone to another organisation',
  'no-longer-needed': 'It is no longer needed',
}

function whatCanBeDone({ hidden, caseId, informationRequestId, typed, errors }: RequestModel): Html {
  return html`<h2 class="govuk-heading-m">Remind the agency</h2>
<p class="govuk-body">We send an email without the child’s name, with the same link and the same date.</p>
<form method="post" novalidate>${hidden}
${button({ text: 'Send a reminder', name: '_action', value: 'remind', preventDoubleClick: true })}
</form>
<h2 class="govuk-heading-m">Write to the agency’s leaders</h2>
<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/requests/${informationRequestId}/escalate">Print a letter,
or record that one was sent</a></p>
<h2 class="govuk-heading-m">Recall the request</h2>
<p class="govuk-body">The link stops working at once, and we tell the agency why.</p>
<form method="post" novalidate>${hidden}
${radios({
  name: 'reason',
  idPrefix: 'reason',
  value: typed.reason,
  fieldset: { legend: { text: 'Why is it recalled?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: errorOf(errors, 'reason'),
  items: RequestRecallReason.options.map((value) => ({ value, text: recallWords[value] })),
})}
${button({ text: 'Recall the request', name: '_action', value: 'recall', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
