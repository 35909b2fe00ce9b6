import type {
  AgeBand,
  CaseId,
  CaseReference,
  GapEffect,
  OrganisationKind,
  PanelMeetingId,
  QuestionCount,
  ReopeningReason,
  Sex,
  TranscriptionChannel,
} from '@cdop/domain'
import type { PanelAnswer } from '@cdop/forms'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { identityBar } from '../../components/identity-bar.ts'
import { insetText } from '../../components/inset-text.ts'
import { summaryList } from '../../components/summary-list.ts'
import { warningText } from '../../components/warning-text.ts'
import { ageBandWords, placeOfDeathWords } from '../../wording/case-words.ts'
import { answerBodyWords } from '../../wording/family-words.ts'
import { gapEffectWords } from '../../wording/gap-words.ts'
import { readable } from '../../wording/in-words.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { partMark } from '../../wording/part-words.ts'
import { reopeningReasonWords } from '../../wording/reopening-words.ts'
import { transcribedWords } from '../../wording/transcription-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenMonth } from '../../wording/written-month.ts'

export const packTitle = 'Case for the panel'

/** What a panel reads of a case. */
export type Pack = {
  readonly reference: CaseReference
  /** Why its finished review began again, each time, and in which month it had been finished; the newest first. */
  readonly reviewedBefore: readonly { readonly reason: ReopeningReason; readonly monthReviewed: string }[]
  readonly ageBand: AgeBand
  readonly monthOfDeath: string
  readonly sex: Sex
  readonly expectedness: string
  readonly placeOfDeath: string
  readonly summary: string
  readonly noAnswer: readonly {
    readonly organisationKind: OrganisationKind
    readonly effect: GapEffect
    /** A part of the answer came. */
    readonly part: boolean
  }[]
  /** How many questions the family put to whom: none of its words. */
  readonly familyQuestions: readonly QuestionCount[]
  /** How many answers are withheld from the panel: nothing says why. */
  readonly withheld: number
  readonly returns: readonly {
    readonly organisationKind: OrganisationKind
    readonly answers: readonly PanelAnswer[]
    /** How it was told, where it was entered on behalf of the agency. */
    readonly transcribed: TranscriptionChannel | null
    /** A part of the answer: the rest has not come. */
    readonly part: boolean
  }[]
}

/** Which case a panel page is about: band and month, never a day. */
export function panelCaseBar({ reference, ageBand, monthOfDeath }: Pack): Html {
  return identityBar({
    reference,
    facts: [
      { term: 'Age at death', value: ageBandWords[ageBand] },
      { term: 'Died in', value: writtenMonth(monthOfDeath) },
    ],
  })
}

export type PackView = {
  readonly pack: Pack
  readonly panelMeetingId: PanelMeetingId
  readonly caseId: CaseId
  readonly formFields: Html
  readonly mayAnalyse: boolean
}

export function packView({ pack, panelMeetingId, caseId, formFields, mayAnalyse }: PackView): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${packTitle}</h1>
${warningText({
  text: 'This pack is de-identified, not anonymous. You may still recognise the child or the family. Talk about it in the panel only.',
  iconFallbackText: 'Warning',
})}
${pack.reviewedBefore.map(({ reason, monthReviewed }) =>
  insetText({
    text: `Reviewed before, in ${writtenMonth(monthReviewed)}. Reopened because: ${reopeningReasonWords[reason]}.`,
  }),
)}
${summaryList({
  rows: [
    { key: { text: 'Sex' }, value: { text: readable(pack.sex) } },
    { key: { text: 'The death was' }, value: { text: readable(pack.expectedness) } },
    { key: { text: 'Place of death' }, value: { text: placeOfDeathWords(pack.placeOfDeath) } },
  ],
})}
<h2 class="govuk-heading-m">Summary</h2>
${pack.summary
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => html`<p class="govuk-body cdop-answer">${line}</p>`)}
<h2 class="govuk-heading-m">What the agencies returned</h2>
${
  pack.withheld > 0 &&
  html`<p class="govuk-body">Something is withheld here, in ${writtenCount(pack.withheld, 'place')}. Ask the
coordinator if the panel cannot decide without it.</p>`
}
${pack.noAnswer.map(
  ({ organisationKind, effect, part }) =>
    html`<p class="govuk-body">${part ? 'Only a part of the answer from' : 'No answer from'}: ${organisationKindWords[organisationKind]}. Expected effect:
${gapEffectWords[effect].toLowerCase()}.</p>`,
)}
${pack.returns.length === 0 ? html`<p class="govuk-body">No agency has returned a form.</p>` : returns(pack)}
${familyAsks(pack)}
${mayAnalyse && analysisLink(panelMeetingId, caseId)}
<h2 class="govuk-heading-m">Conflict of interest</h2>
<p class="govuk-body">Declare a conflict if you knew the child or the family, or if you had a part in the care or in
decisions about it. The case closes to you at once, and you do not count towards its quorum.</p>
<form method="post" novalidate>
${formFields}
${button({
  text: 'Declare a conflict of interest',
  name: '_action',
  value: DECLARE,
  classes: 'govuk-button--warning',
  preventDoubleClick: true,
})}
</form>
</div></div>`
}

/** The button that declares a conflict. */
export const DECLARE = 'declare-conflict'

/** That the family asked, and how much: its words stay with whoever speaks to it. */
function familyAsks({ familyQuestions }: Pack): Html | null {
  if (familyQuestions.length === 0) return null
  return html`<h2 class="govuk-heading-m">What the family asked</h2>
<ul class="govuk-list govuk-list--bullet">${familyQuestions.map(
    ({ body, asked, open }) =>
      html`<li>${answerBodyWords[body]}: ${writtenCount(asked, 'question')}, ${open} not answered</li>`,
  )}</ul>`
}

function returns({ returns: all }: Pack): Html {
  return html`${all.map(
    ({
      organisationKind,
      answers,
      transcribed,
      part,
    }) => html`<h3 class="govuk-heading-s">${organisationKindWords[organisationKind]}</h3>
${transcribed !== null && html`<p class="govuk-body">${transcribedWords(transcribed)}.</p>`}
${part && html`<p class="govuk-body">${partMark}.</p>`}
${summaryList({
  rows: answers.map(({ label, answer }) => ({ key: { text: label }, value: { text: answer } })),
})}`,
  )}`
}

function analysisLink(panelMeetingId: PanelMeetingId, caseId: CaseId): Html {
  return html`<h2 class="govuk-heading-m">Analysis</h2>
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/cases/${caseId}/analysis">Fill in
the analysis form (Form C)</a></p>`
}
