import type { PlainDate } from '@cdop/domain'
import type { SummarySection } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import { details } from '../../components/details.ts'
import { errorMessage } from '../../components/error-message.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { taskList } from '../../components/task-list.ts'
import { taskStatus } from '../../components/task-status.ts'
import type { SectionStatus } from '../../statutory-form/section-status.ts'
import { summaryCards } from '../../statutory-form/summary-cards.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { typedText } from '../../wording/typed-text.ts'
import { writtenDate } from '../../wording/written-date.ts'

export const meetingAnalysisTitle = 'Draft analysis of a review meeting'

/** Elements an error of this page leads to. */
export const SEND = 'send'
export const REASON = 'reason'
export const REASON_LENGTH = 2_000

type Sent = {
  readonly revision: number
  readonly finishedOn: PlainDate
  readonly reason: string | null
  readonly sections: readonly SummarySection[]
}

export type MeetingAnalysisModel = {
  readonly base: string
  readonly hidden: Html
  readonly state: 'none' | 'draft' | 'finished'
  readonly revision: number
  readonly mayWrite: boolean
  readonly statuses: readonly SectionStatus[]
  /** The draft as it is written down. */
  readonly sections: readonly SummarySection[]
  readonly sent: readonly Sent[]
  readonly reason: string
  readonly errors: readonly ErrorItem[]
}

/** What a review meeting thought of the case: written down, sent to the panel, corrected. */
export function meetingAnalysisView(model: MeetingAnalysisModel): Html {
  const { state, mayWrite, sent } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${meetingAnalysisTitle}</h1>
${insetText({
  text: 'This is what the meeting thought. The panel reads it and agrees an analysis of its own. Nothing written here is counted or sent to the national database.',
})}
${!mayWrite && html`<p class="govuk-body">Nothing can be written here now: either the meeting was not held yet, the panel has reviewed the case, or another area was offered it.</p>`}
${mayWrite && state !== 'finished' && writing(model)}
${!mayWrite && state === 'draft' && html`<h2 class="govuk-heading-m">Written down and not sent to the panel</h2>${summaryCards(model.sections)}`}
${state === 'finished' && mayWrite && correcting(model)}
${sent.map(({ revision, finishedOn, reason, sections }, at) => {
  const said = `Sent to the panel on ${writtenDate(finishedOn)}`
  const why = reason !== null && html`<p class="govuk-body">Corrected because: ${typedText(reason)}</p>`
  if (at > 0 || state !== 'finished') {
    return details({
      summaryText: `${said}${revision > 1 ? `, correction ${revision - 1}` : ''}`,
      html: html`${why}${summaryCards(sections)}`,
    })
  }
  return html`<h2 class="govuk-heading-m">${said}</h2>${why}${summaryCards(sections)}`
})}
</div></div>`
}

function writing(model: MeetingAnalysisModel): Html {
  const { base, state, statuses, sections } = model
  return html`<p class="govuk-body">Fill in what the meeting said. Where the form asks what the panel found,
answer for the meeting. Any of it may stay open. Do not name the child, the family or
staff: the panel reads it. Each page is saved when you continue.</p>
${taskList({
  idPrefix: 'section',
  items: statuses.map(({ linkId, title, optional, status }) => ({
    title: { text: optional ? `${title} (optional)` : title },
    href: `${base}/sections/${linkId}`,
    status: taskStatus(status),
  })),
})}
${
  state === 'draft' &&
  html`<h2 class="govuk-heading-m">What is written down</h2>${summaryCards(sections, { change: (section) => `${base}/sections/${section}` })}${sending(model)}`
}`
}

function sending({ hidden, revision, reason, errors }: MeetingAnalysisModel): Html {
  const error = errorOf(errors, SEND)
  return html`<h2 class="govuk-heading-m">Send it to the panel</h2>
<form method="post" novalidate>${hidden}
${
  revision > 1 &&
  characterCount({
    id: REASON,
    name: REASON,
    label: { text: 'Why is it corrected?', classes: 'govuk-label--s' },
    hint: { text: 'The panel reads it. Until this is sent it reads what was sent before' },
    value: reason,
    rows: 3,
    maxlength: REASON_LENGTH,
    threshold: 75,
    errorMessage: errorOf(errors, REASON),
  })
}
<div class="govuk-form-group${error !== undefined && ' govuk-form-group--error'}" id="${SEND}">
${error && errorMessage({ text: error.text })}
<p class="govuk-body">Once it is sent it cannot be changed, only corrected by a further version. Its report then counts as
received today, if that was not recorded before.</p>
${button({ text: 'Send to the panel', name: '_action', value: 'send', preventDoubleClick: true })}
</div>
</form>`
}

function correcting({ hidden }: MeetingAnalysisModel): Html {
  return html`<form method="post" novalidate>${hidden}
${button({ text: 'Correct what was sent', name: '_action', value: 'correct', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}
