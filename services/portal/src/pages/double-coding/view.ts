import type {
  CaseReference,
  CodingSampleId,
  PanelMeetingId,
  PanelMeetingKind,
  PlainDate,
  SecondCodingId,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { panelMeetingKindWords } from '../../wording/quorum-rule-words.ts'
import { writtenCount } from '../../wording/written-count.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { DRAW, type TypedDraw, WITHDRAW } from './form.ts'

export const doubleCodingTitle = 'Cases coded twice'

type Meeting = {
  readonly panelMeetingId: PanelMeetingId
  readonly kind: PanelMeetingKind
  readonly heldOn: PlainDate
}

type Coding = {
  readonly codingId: SecondCodingId
  readonly sampleId: CodingSampleId
  readonly reference: CaseReference
  readonly panelMeetingId: PanelMeetingId
  readonly state: 'assigned' | 'draft' | 'final'
  readonly codedOn: PlainDate | null
  readonly differs: boolean | null
  readonly adjudicated: boolean
  readonly decidedFirst: boolean
}

type Sample = {
  readonly sampleId: CodingSampleId
  readonly panelMeetingId: PanelMeetingId
  readonly agreedFrom: PlainDate
  readonly share: number
  readonly fewest: number
  readonly possible: number
  readonly drawn: number
  readonly drawnAt: string
  /** In words, and never more than a name of a colleague. */
  readonly drawnBy: string
}

export type DoubleCodingModel = {
  readonly meetings: readonly Meeting[]
  readonly samples: readonly Sample[]
  readonly codings: readonly Coding[]
  readonly mayArrange: boolean
  readonly mayCode: boolean
  readonly mayAdjudicate: boolean
  readonly hidden: Html
  readonly typed: TypedDraw
  readonly errors: readonly ErrorItem[]
}

/** Which cases a second panel codes, how far it is, and the form that draws more. */
export function doubleCodingView(model: DoubleCodingModel): Html {
  const { samples } = model
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${doubleCodingTitle}</h1>
<p class="govuk-body">Some cases a panel has agreed are coded a second time by another panel, which does not know what the first
one said. So the area sees <a class="govuk-link" href="/panel-agreement">how far its panels agree</a>. What was agreed first
stays as it is.</p>
</div></div>
${samples.length === 0 && html`<p class="govuk-body">No case has been drawn yet.</p>`}
${samples.map((sample) => drawing(sample, model))}
${model.mayArrange && form(model)}`
}

function meetingWords(meetings: readonly Meeting[], id: PanelMeetingId): string {
  const found = meetings.find(({ panelMeetingId }) => panelMeetingId === id)
  return found === undefined
    ? 'A panel meeting'
    : `${panelMeetingKindWords[found.kind]}, ${writtenDate(found.heldOn)}`
}

function drawing(sample: Sample, model: DoubleCodingModel): Html {
  const { sampleId, panelMeetingId, agreedFrom, share, fewest, possible, drawn, drawnAt, drawnBy } = sample
  const codings = model.codings.filter((one) => one.sampleId === sampleId)
  const caption = `${meetingWords(model.meetings, panelMeetingId)}: ${writtenCount(drawn, 'case')} drawn`
  const why = `Drawn by chance on ${writtenTime(new Date(drawnAt))} by ${drawnBy}: ${Math.round(share * 100)}% of ${writtenCount(possible, 'case')} agreed since ${writtenDate(agreedFrom)}, at least ${fewest}.`
  if (codings.length === 0)
    return html`<h2 class="govuk-heading-m">${caption}</h2><p class="govuk-body">${why} None of them is open to you.</p>`
  return html`${scrollRegion(
    caption,
    table({
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [{ text: 'Case' }, { text: 'Second coding' }, { text: 'What to do' }],
      rows: codings.map((coding) => [
        { text: coding.reference },
        { text: stateWords(coding) },
        { html: html`${toDo(coding, model)}` },
      ]),
    }),
  )}
<p class="govuk-body">${why}</p>`
}

function stateWords({ state, codedOn, differs, adjudicated }: Coding): string {
  if (state === 'assigned') return 'Not started'
  if (state === 'draft' || codedOn === null) return 'Started'
  const on = `Coded on ${writtenDate(codedOn)}`
  if (!differs) return `${on}, the same`
  return adjudicated ? `${on}, differently, settled` : `${on}, differently, not settled`
}

function toDo(
  { codingId, reference, state, decidedFirst }: Coding,
  { mayArrange, mayCode, mayAdjudicate, hidden }: DoubleCodingModel,
): Html | string {
  const hiddenWords = html`<span class="govuk-visually-hidden"> ${reference}</span>`
  if (state === 'final') {
    if (!mayAdjudicate) return 'Nothing'
    return html`<a class="govuk-link" href="/double-coding/${codingId}/compare">Look at both<span class="govuk-visually-hidden"> codings of ${reference}</span></a>`
  }
  if (mayArrange) {
    return html`<form method="post" novalidate>${hidden}
${button({ text: `Take back ${reference}`, name: '_action', value: `${WITHDRAW}${codingId}`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}
</form>`
  }
  if (!mayCode) return 'Nothing'
  if (decidedFirst) return 'You decided it the first time'
  return html`<a class="govuk-link" href="/double-coding/${codingId}">Code${hiddenWords}</a>`
}

function form({ meetings, hidden, typed, errors }: DoubleCodingModel): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h2 class="govuk-heading-m">Draw cases for a second panel</h2>
<p class="govuk-body">Chance decides, in proportion to the kinds of panel that agreed the cases. A case is never drawn for a
meeting at which somebody was who decided it.</p>
<form method="post" novalidate>${hidden}
${select({
  name: 'meeting',
  id: 'meeting',
  label: { text: 'Which meeting codes them?' },
  value: typed.meeting,
  errorMessage: errorOf(errors, 'meeting'),
  items: [
    { value: '', text: 'Choose a meeting' },
    ...meetings.map(({ panelMeetingId, kind, heldOn }) => ({
      value: panelMeetingId,
      text: `${panelMeetingKindWords[kind]}, ${writtenDate(heldOn)}`,
    })),
  ],
})}
${dateField({ name: 'agreedFrom', legend: 'From which day on were the cases agreed?', value: typed.agreedFrom, errors })}
${input({
  name: 'percent',
  id: 'percent',
  inputmode: 'numeric',
  label: { text: 'Which share of them is coded twice?' },
  suffix: { text: '%' },
  classes: 'govuk-input--width-4',
  value: typed.percent,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'percent'),
})}
${input({
  name: 'fewest',
  id: 'fewest',
  inputmode: 'numeric',
  label: { text: 'How many at least?' },
  hint: { text: 'Figures are shown from 50 cases coded twice' },
  classes: 'govuk-input--width-4',
  value: typed.fewest,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'fewest'),
})}
${button({ text: 'Draw cases', name: '_action', value: DRAW, preventDoubleClick: true })}
</form>
</div></div>`
}
