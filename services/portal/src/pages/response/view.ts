import type { ResponseId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { ageBandWords, placeOfDeathWords } from '../../wording/case-words.ts'
import {
  noResponseWords,
  pagingAlarm,
  pagingWords,
  responseStateWords,
  rungWords,
  triggerWords,
} from '../../wording/response-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { beforeDeathView, type Candidates } from './before-death-view.ts'
import { decisionForm } from './decision-view.ts'
import type { TypedDecision } from './form.ts'
import { type Identified, identityView } from './identity-view.ts'

type Calls = ReturnType<typeof clientOf<IntakeRouter>>['response']
type ReadResponse = Awaited<ReturnType<Calls['read']['query']>>

export type ResponseModel = {
  hidden: Html
  response: ReadResponse
  nameOf: (personId: string) => string
  mayDecide: boolean
  /** May keep the record of a response they lead. */
  mayWrite: boolean
  mayFollow: boolean
  mayIdentify: boolean
  identified: Identified | null
  candidates: Candidates
  typed: TypedDecision
  errors: readonly ErrorItem[]
}

const at = (instant: string) => writtenTime(new Date(instant))

export function responsePath(responseId: ResponseId): string {
  return `/responses/${responseId}`
}

/** One joint agency response on one page: what is known, whether somebody has seen it, and the decision. */
export function responseView(model: ResponseModel): Html {
  const { hidden, response, mayDecide, mayFollow, mayIdentify, identified } = model
  // Whoever decides has the answer in their own hands: the alarm is for everybody else.
  const alarm = mayDecide ? undefined : pagingAlarm[response.paging]
  const undecided = response.state === 'awaiting-decision' || response.state === 'not-started'
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Joint agency response</h1>
${alarm !== undefined && warningText({ text: alarm, iconFallbackText: 'Warning' })}
${summaryList({ rows: facts(model) })}
${mayDecide && response.state === 'awaiting-decision' && response.acknowledgedAt === null && acknowledge(hidden)}
${identified !== null ? identityView(identified) : mayIdentify && response.state !== 'destroyed' && identify(hidden)}
${recordLink(model)}
${mayDecide && undecided && decisionForm({ ...model, version: response.version })}
${mayFollow && response.state === 'started-before-death' && beforeDeathView({ ...model, version: response.version })}
</div></div>`
}

/** Where the record of its meetings is: the lead's own page, or that of the case once there is one. */
function recordLink({ response, mayWrite }: ResponseModel): Html | null {
  const { state, caseId, responseId } = response
  if (state !== 'started' && state !== 'started-before-death' && state !== 'child-lived') return null
  const href = mayWrite || caseId === null ? `/responses/${responseId}/record` : `/cases/${caseId}/response`
  return html`<p class="govuk-body"><a class="govuk-link" href="${href}">Meetings, visit and actions</a></p>`
}

function acknowledge(hidden: Html): Html {
  return html`<form method="post" novalidate>${hidden}
<p class="govuk-body">Say that you have seen this. Then nobody else is paged.</p>
${button({ text: 'I have seen this', name: '_action', value: 'acknowledge', preventDoubleClick: true })}
</form>`
}

function identify(hidden: Html): Html {
  return html`<form method="post" novalidate>${hidden}
${button({
  text: 'Show who the child is and who notified',
  name: '_action',
  value: 'identify',
  classes: 'govuk-button--secondary',
})}
<p class="govuk-hint">That you looked is written down.</p>
</form>`
}

function facts({ response, nameOf }: ResponseModel) {
  const { diedOn, ageBand, placeOfDeath, acknowledgedAt, acknowledgedBy, livedOn, destroyOn } = response
  const row = (key: string, value: string | null) =>
    value === null ? [] : [{ key: { text: key }, value: { text: value } }]
  const lines = (key: string, values: readonly string[]) =>
    values.length === 0
      ? []
      : [
          {
            key: { text: key },
            value: { html: html`${values.map((value, nth) => html`${nth > 0 && html`<br>`}${value}`)}` },
          },
        ]
  return [
    ...row('Decision', responseStateWords[response.state]),
    ...lines(
      'Why it is asked',
      response.triggers.map((trigger) => triggerWords[trigger]),
    ),
    ...row('Died', diedOn && writtenDate(diedOn)),
    ...row('Age', diedOn && (ageBand === null ? 'Not under 18' : ageBandWords[ageBand])),
    ...row('Place of death', placeOfDeath && placeOfDeathWords(placeOfDeath)),
    ...row(response.began === 'notification' ? 'Notified' : 'Written down', at(response.openedAt)),
    ...lines(
      'Paged',
      response.pages.map(
        ({ rung, name, requestedAt, mailedAt }) =>
          `${rungWords[rung]}, ${name}: ${mailedAt === null ? `not sent yet, since ${at(requestedAt)}` : at(mailedAt)}`,
      ),
    ),
    ...row(
      'Seen',
      acknowledgedAt === null || acknowledgedBy === null
        ? response.state === 'awaiting-decision'
          ? pagingWords[response.paging]
          : null
        : `${at(acknowledgedAt)}, by ${nameOf(acknowledgedBy)}`,
    ),
    ...lines(
      'Decided',
      response.decisions.map(
        ({ decision, reason, decidedAt, recordedAt, recordedBy }) =>
          `${decision === 'start' ? 'To start' : 'Not to start'}${reason === null ? '' : ` (${noResponseWords[reason].toLowerCase()})`} on ${at(decidedAt)}; recorded on ${at(recordedAt)} by ${nameOf(recordedBy)}`,
      ),
    ),
    ...row('The child lived', livedOn && `Recorded on ${writtenDate(livedOn)}`),
    ...row(
      'What was written down',
      destroyOn &&
        (response.state === 'destroyed' ? 'Destroyed' : `Is destroyed on ${writtenDate(destroyOn)}`),
    ),
  ]
}
