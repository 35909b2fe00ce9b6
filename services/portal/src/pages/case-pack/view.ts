import type { CaseId, PanelMeetingId } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { identityBar } from '../../components/identity-bar.ts'
import { warningText } from '../../components/warning-text.ts'
import { ageBandWords } from '../../wording/case-words.ts'
import { answerBodyWords } from '../../wording/family-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenMonth } from '../../wording/written-month.ts'
import { type Comment, commentList, commentsTitle } from '../case-comments/view.ts'
import { panelFamilyTitle } from '../panel-family/title.ts'
import { privateNoteTitle } from '../private-note/view.ts'
import { atAGlance } from './at-a-glance.ts'
import { familyOpens } from './family-opens.ts'
import { changedSince, narrativesSection, type PackNarratives, watermark } from './narratives.ts'
import type { Pack, Reading } from './pack.ts'
import { hasFolded, passages } from './passages.ts'
import { hideScreen, markForm, placeForm, readingStanding } from './reading-bar.ts'
import { returnsSection } from './returns.ts'
import { sectionHeading } from './section-heading.ts'

export const packTitle = 'Case for the panel'

/** What an agenda names of a case. */
export type NamedOnAgenda = Pick<Pack, 'reference' | 'ageBand' | 'monthOfDeath'>

/** Which case a panel page is about: band and month, never a day. */
export function panelCaseBar({ reference, ageBand, monthOfDeath }: NamedOnAgenda): Html {
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
  /** What was written, de-identified. */
  readonly narratives: PackNarratives
  readonly reading: Reading
  /** The passages that are folded at first were asked for. */
  readonly unfolded: boolean
  readonly panelMeetingId: PanelMeetingId
  readonly caseId: CaseId
  readonly formFields: Html
  readonly mayAnalyse: boolean
  /** Answers the family for the panel, which it asked something. */
  readonly mayAnswer: boolean
  /** Who reads it, and when. */
  readonly reader: string
  readonly readAt: string
  /** What members wrote to the chair, for the chair; null for everybody else. */
  readonly comments: { readonly comments: readonly Comment[]; readonly heldBack: number } | null
}

export function packView(view: PackView): Html {
  const { pack, reading, panelMeetingId, caseId, formFields, mayAnalyse, mayAnswer, comments } = view
  const fresh = new Set(reading.readBefore ? reading.fresh : [])
  const met = new Set<string>()
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${packTitle}</h1>
${hideScreen}
${warningText({
  text: 'This pack is de-identified, not anonymous. You may still recognise the child or the family. Talk about it in the panel only.',
  iconFallbackText: 'Warning',
})}
${watermark(view)}
${readingStanding(reading)}
${familyOpens(view.narratives, { met, fresh, unfolded: view.unfolded })}
${atAGlance(pack, view.narratives, fresh)}
${sectionHeading({ id: 'summary', text: 'Summary', fresh })}
${pack.summary !== null && hasFolded(pack.summary) && foldLink(view)}
${pack.summary === null ? changedSince : passages(pack.summary, { section: 'summary', met, unfolded: view.unfolded })}
${returnsSection(pack, met, fresh)}
${narrativesSection(view.narratives, { met, fresh, unfolded: view.unfolded })}
${view.narratives.copiesAllowed && copyLink(panelMeetingId, caseId)}
${familyAsks(pack, fresh)}
<h2 class="govuk-heading-m">${privateNoteTitle}</h2>
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/cases/${caseId}/note">Read or write your
private notes on this case</a></p>
${
  comments !== null &&
  html`<h2 class="govuk-heading-m">Comments of members</h2>
${commentList(comments.comments, comments.heldBack)}`
}
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/cases/${caseId}/comments">${commentsTitle}</a></p>
${markForm(reading, formFields)}
${placeForm(formFields)}
${mayAnswer && answerLink(panelMeetingId, caseId)}
${mayAnalyse && analysisLink(panelMeetingId, caseId)}
${liveLink(panelMeetingId, caseId)}
${declareConflict(formFields)}
</div></div>`
}

const copyLink = (panelMeetingId: PanelMeetingId, caseId: CaseId) =>
  html`<p class="govuk-body cdop-unprinted"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/cases/${caseId}/copy">Take a copy to read offline</a></p>`

/** The button that declares a conflict. */
export const DECLARE = 'declare-conflict'

/** Closes the case to whoever says that they had to do with it. */
export const declareConflict = (
  formFields: Html,
) => html`<h2 class="govuk-heading-m">Conflict of interest</h2>
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
</form>`

/** Shows what is folded all at once, and folds it again. */
function foldLink({ unfolded, panelMeetingId, caseId }: PackView): Html {
  const here = `/panel-meetings/${panelMeetingId}/cases/${caseId}`
  return html`<p class="govuk-body cdop-unprinted">Passages that may distress are ${unfolded ? 'shown' : 'folded'}. <a class="govuk-link" href="${here}${unfolded ? '' : '?passages=shown'}#summary">${unfolded ? 'Fold them' : 'Show all of them'}</a></p>`
}

/** That the family asked, and how much: its words stay with whoever speaks to it. */
function familyAsks({ familyQuestions }: Pack, fresh: ReadonlySet<string>): Html | null {
  if (familyQuestions.length === 0) return null
  return html`${sectionHeading({ id: 'family', text: 'What the family asked', fresh })}
<ul class="govuk-list govuk-list--bullet">${familyQuestions.map(
    ({ body, asked, open }) =>
      html`<li>${answerBodyWords[body]}: ${writtenCount(asked, 'question')}, ${open} not answered</li>`,
  )}</ul>`
}

/** Where the panel decides while it meets. */
function liveLink(panelMeetingId: PanelMeetingId, caseId: CaseId): Html {
  return html`<h2 class="govuk-heading-m">At the meeting</h2>
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/cases/${caseId}/live">Follow the live
panel</a></p>`
}

function answerLink(panelMeetingId: PanelMeetingId, caseId: CaseId): Html {
  return html`<h2 class="govuk-heading-m">${panelFamilyTitle}</h2>
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/cases/${caseId}/family">Answer what the
family asks the panel</a></p>`
}

export function analysisLink(panelMeetingId: PanelMeetingId, caseId: CaseId): Html {
  return html`<h2 class="govuk-heading-m">Analysis</h2>
<p class="govuk-body"><a class="govuk-link" href="/panel-meetings/${panelMeetingId}/cases/${caseId}/analysis">Fill in
the analysis form (Form C)</a></p>`
}
