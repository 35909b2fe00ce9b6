import {
  mayGather,
  nextStates,
  type PanelMeetingKind,
  type PlainDate,
  type QuorumRuleInForce,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { heldRuleWords } from '../../wording/quorum-rule-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { OpenedCase } from '../case-frame/opened-case.ts'
import { SUMMARY_LENGTH, type TypedReasons } from './form.ts'
import { gateView, goingOnFields, passedView, type ShownGate } from './gate-view.ts'

type PanelMeeting = {
  readonly panelMeetingId: string
  readonly kind: PanelMeetingKind
  readonly heldOn: PlainDate
  readonly quorumRule: QuorumRuleInForce
}

export type CasePanelModel = {
  readonly hidden: Html
  readonly found: Pick<OpenedCase, 'caseId' | 'state' | 'listing' | 'requests' | 'caveats'>
  readonly meetings: readonly PanelMeeting[]
  readonly gate: ShownGate
  readonly mayArrange: boolean
  readonly mayRecommend: boolean
  readonly typed: { readonly meeting: string; readonly summary: string; readonly reasons: TypedReasons }
  readonly errors: readonly ErrorItem[]
}

/** Lists a case for a panel meeting, or shows for which it is listed. */
export function casePanelView(model: CasePanelModel): Html {
  const { found, mayArrange, mayRecommend } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Panel meeting</h1>
${listed(model)}
${passedView(model.gate)}
${unread(found)}
${mayGather(found.state) && found.state !== 'listed' && gateView(model.gate)}
${mayArrange && listable(found.state) && list(model)}
${found.state === 'gathering' && insetText({ text: 'Record first that the review meeting was held, or that none was. Then you can list the case.' })}
${mayRecommend && html`<p class="govuk-body">What is learnt can be recommended at any stage: <a class="govuk-link" href="/recommendations/new?case=${found.caseId}">propose a recommendation from this case</a>, or <a class="govuk-link" href="/learning/new?case=${found.caseId}">issue a learning point from it</a>. If a product, a medicine or a possible cluster may endanger other children now, <a class="govuk-link" href="/alerts/new?case=${found.caseId}">raise an urgent alert from it</a>.</p>`}
</div></div>`
}

/** Forms the panel would be asked to rely on that nobody has read, or that are incomplete: said, and no obstacle. */
function unread({ caseId, state, requests }: CasePanelModel['found']): Html | null {
  const toRead = requests.filter((one) => one.state === 'returned').length
  const sentBack = requests.filter((one) => one.state === 'sent-back').length
  if (!mayGather(state) || toRead + sentBack === 0) return null
  const said = [
    toRead > 0 && `${toRead} returned ${toRead === 1 ? 'form has' : 'forms have'} not been accepted yet`,
    sentBack > 0 &&
      `${sentBack} ${sentBack === 1 ? 'form was' : 'forms were'} sent back and not returned again`,
  ].filter((one) => one !== false)
  return html`${warningText({ text: `${said.join(', and ')}. The panel sees what was returned.`, iconFallbackText: 'Warning' })}
<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/requests">Read the forms</a></p>`
}

/** The states the table of steps lets a case be listed from. */
function listable(state: OpenedCase['state']): boolean {
  return nextStates[state].includes('listed')
}

function listed({ found: { listing }, meetings }: CasePanelModel): Html | null {
  if (listing === null) return null
  const meeting = meetings.find(({ panelMeetingId }) => panelMeetingId === listing.panelMeetingId)
  return summaryList({
    rows: [
      {
        key: { text: 'Listed for' },
        value: {
          html: html`<a class="govuk-link" href="/panel-meetings/${listing.panelMeetingId}">${
            meeting ? `Panel meeting on ${writtenDate(meeting.heldOn)}` : 'A panel meeting'
          }</a>`,
        },
      },
      ...(meeting === undefined
        ? []
        : [
            {
              key: { text: 'Quorum' },
              value: { text: heldRuleWords(meeting.kind, meeting.quorumRule) },
            },
          ]),
    ],
  })
}

/** What is written in one's own words obeys no caveat by itself. */
function caveatsStand({ caseId, caveats: { standing } }: CasePanelModel['found']): Html | null {
  if (standing === 0) return null
  return insetText({
    html: html`<p class="govuk-body">${writtenCount(standing, 'caveat')} ${standing === 1 ? 'stands' : 'stand'} on this case. Leave out of the
summary what the panel must not read yet: <a class="govuk-link" href="/cases/${caseId}/caveats">caveats</a>.</p>`,
  })
}

function list({ hidden, found, gate, meetings, typed, errors }: CasePanelModel): Html {
  if (meetings.length === 0) {
    return html`<p class="govuk-body">No panel meeting is arranged.
<a class="govuk-link" href="/panel-meetings/new">Arrange a panel meeting</a>, then list the case.</p>`
  }
  return html`<form method="post" novalidate>${hidden}
${radios({
  name: 'meeting',
  idPrefix: 'meeting',
  value: typed.meeting,
  fieldset: {
    legend: { text: 'Which meeting is the case for?', classes: 'govuk-fieldset__legend--s' },
  },
  errorMessage: errorOf(errors, 'meeting'),
  items: meetings.map(({ panelMeetingId, kind, heldOn, quorumRule }) => ({
    value: panelMeetingId,
    text: writtenDate(heldOn),
    hint: { text: heldRuleWords(kind, quorumRule) },
  })),
})}
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/new">Arrange another panel meeting</a></p>
${caveatsStand(found)}
${characterCount({
  id: 'summary',
  name: 'summary',
  label: { text: 'Summary for the panel', classes: 'govuk-label--s' },
  hint: {
    text: 'The panel reads this and what agencies answered. Leave out names, numbers, dates of birth and death, and addresses.',
  },
  value: typed.summary,
  rows: 12,
  maxlength: SUMMARY_LENGTH,
  threshold: 75,
  errorMessage: errorOf(errors, 'summary'),
})}
${goingOnFields(gate, typed.reasons, errors)}
${button({ text: 'List the case', preventDoubleClick: true })}
</form>`
}
