import type {
  AgeBand,
  CaseId,
  CaseReference,
  CaseState,
  PackOpening,
  PanelMeetingId,
  PlainDate,
  Quorum,
} from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { table } from '../../components/table.ts'
import { ageBandWords, caseStateWords } from '../../wording/case-words.ts'
import { writtenMonth } from '../../wording/written-month.ts'
import { quorumWords } from './quorum-words.ts'
import { type Progress, readWords } from './reading-progress.ts'

/** A case on the agenda. */
type AgendaItem = {
  readonly caseId: CaseId
  readonly reference: CaseReference
  readonly ageBand: AgeBand
  readonly monthOfDeath: string
  readonly state: CaseState
  readonly minutes: number
  /** Whether the panel reads it. */
  readonly pack: PackOpening
  readonly quorum: Quorum
}

/** Whether the panel's analysis of a case is open to its chair: with the pack, and once it was read or agreed. */
export const mayAnalyse = ({ pack, state }: Pick<AgendaItem, 'pack' | 'state'>): boolean =>
  pack === 'open' || pack === 'over' || state !== 'listed'

/** A case that was proposed for a meeting. */
export type ProposedCase = Pick<AgendaItem, 'caseId' | 'reference' | 'ageBand' | 'monthOfDeath'>

/** The cases of a meeting, and what this person may do about them. */
export type Agenda = {
  readonly panelMeetingId: PanelMeetingId
  readonly heldOn: PlainDate
  readonly today: PlainDate
  readonly agenda: readonly AgendaItem[]
  /** Null for whoever only reads. */
  readonly attendance: readonly unknown[] | null
  /** Where a case is opened: the panel's reading view, or the coordinator's own page of it. */
  readonly caseHref: (caseId: CaseId) => string
  readonly mayAnalyse: boolean
  /** The panel has met, and this person may record that it put a case back. */
  readonly mayDefer: boolean
  /** How far this person is in reading for it; null for whoever does not read for the panel. */
  readonly progress: Progress | null
}

/** An agenda without a case. */
export const emptyAgenda = html`<h2 class="govuk-heading-m">Agenda</h2>
<p class="govuk-body">No case is on the agenda yet. A coordinator lists a case from its own page.</p>`

/** Cases that wait for their summary, and the way to have more proposed. */
export function proposedList(panelMeetingId: PanelMeetingId, proposed: readonly ProposedCase[]): Html {
  return html`${
    proposed.length > 0 &&
    html`<h2 class="govuk-heading-m">Proposed for this meeting</h2>
<p class="govuk-body">A case comes on the agenda when its summary is written.</p>
<ul class="govuk-list govuk-list--bullet">${proposed.map(
      ({ caseId, reference, ageBand, monthOfDeath }) =>
        html`<li><a class="govuk-link" href="/cases/${caseId}/panel?meeting=${panelMeetingId}">Write the summary of case ${reference}</a>, ${ageBandWords[
          ageBand
        ].toLowerCase()}, died in ${writtenMonth(monthOfDeath)}</li>`,
    )}</ul>`
  }
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/propose">Have an agenda proposed</a></p>`
}

/** The cases of a meeting in their order, with what this person may do about each. */
export function agendaTable({
  panelMeetingId,
  agenda,
  attendance,
  caseHref,
  mayAnalyse: leads,
  mayDefer,
  progress,
  heldOn,
  today,
}: Agenda): Html {
  const base = `/panel-meetings/${panelMeetingId}/cases`
  const shown = heldOn <= today
  // What is missing for one case says who is in conflict with it: of whoever only reads, nobody needs to know.
  const mayKnowQuorum = attendance !== null || leads
  return table({
    caption: 'Agenda',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [
      { text: 'Case' },
      { text: 'Age at death' },
      { text: 'Died in' },
      { text: 'Minutes', format: 'numeric' as const },
      ...(progress === null ? [] : [{ text: 'Reading' }]),
      ...(mayKnowQuorum ? [{ text: 'Quorum' }] : []),
      ...(leads ? [{ text: 'Analysis' }] : []),
      ...(mayDefer ? [{ text: 'Outcome' }] : []),
      ...(shown ? [{ text: 'Shared screen' }] : []),
    ],
    rows: agenda.map(({ caseId, reference, ageBand, monthOfDeath, state, minutes, pack, quorum }) => [
      { html: html`<a class="govuk-link" href="${caseHref(caseId)}">${reference}</a>` },
      { text: ageBandWords[ageBand] },
      { text: writtenMonth(monthOfDeath) },
      { text: minutes, format: 'numeric' as const },
      ...(progress === null
        ? []
        : [readWords(progress.get(caseId), pack, { reference, href: caseHref(caseId) })]),
      ...(mayKnowQuorum ? [{ text: quorumWords(quorum) }] : []),
      ...(leads
        ? [
            mayAnalyse({ pack, state })
              ? {
                  html: html`<a class="govuk-link" href="${base}/${caseId}/analysis">Analysis form<span class="govuk-visually-hidden"> of case ${reference}</span></a>`,
                }
              : { text: 'Opens with the pack' },
          ]
        : []),
      ...(mayDefer
        ? [
            state === 'listed'
              ? {
                  html: html`<a class="govuk-link" href="${base}/${caseId}/defer">Put back<span class="govuk-visually-hidden"> case ${reference}</span></a>`,
                }
              : { text: caseStateWords[state] },
          ]
        : []),
      ...(shown
        ? [
            pack === 'open' || progress === null
              ? {
                  html: html`<a class="govuk-link" href="${base}/${caseId}/live/screen">Show<span class="govuk-visually-hidden"> the live panel on case ${reference}</span></a>`,
                }
              : { text: 'Opens with the pack' },
          ]
        : []),
    ]),
  })
}
