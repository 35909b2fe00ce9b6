import type { CaseId, PackOpening, PanelMeetingId, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { packOpeningWords } from '../../wording/pack-opening-words.ts'
import { analysisLink, declareConflict, packTitle } from './view.ts'

export type NotOpen = {
  readonly opening: Exclude<PackOpening, 'open'>
  readonly packDueOn: PlainDate
  readonly today: PlainDate
  readonly panelMeetingId: PanelMeetingId
  readonly caseId: CaseId
  readonly formFields: Html
  /** The reader leads the panel, and what it says of the case is still open. */
  readonly mayAnalyse: boolean
}

/** A case the panel does not read: why, since or until when, and what can be done all the same. */
export function notOpenView({ opening, formFields, mayAnalyse, ...view }: NotOpen): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${packTitle}</h1>
${insetText({ text: packOpeningWords(opening, view) })}
${opening !== 'over' && html`<p class="govuk-body">Until then you see the reference, the age and the month of death, and nothing else of the case.</p>`}
${mayAnalyse && analysisLink(view.panelMeetingId, view.caseId)}
${declareConflict(formFields)}
</div></div>`
}
