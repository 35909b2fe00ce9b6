import {
  type Instant,
  type PersonId,
  type PlainDate,
  SupplementaryFormKind,
  type TranscriptionChannel,
} from '@cdop/domain'
import { button } from '../../components/button.ts'
import { details } from '../../components/details.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { textarea } from '../../components/textarea.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { partMark } from '../../wording/part-words.ts'
import { formWords } from '../../wording/supplementary-form-words.ts'
import { transcribedWords } from '../../wording/transcription-words.ts'
import { typedText } from '../../wording/typed-text.ts'
import { type CaveatMark, caveatMarks, putUnderCaveat } from '../case-caveats/caveat-marks.ts'
import { fieldName, type TypedSettling } from './form.ts'

type Said = {
  readonly informationRequestId: string
  readonly organisationName: string
  readonly answer: string
  readonly notKnown: boolean
  /** How it was told, where it was entered on behalf of the agency. */
  readonly transcribed: TranscriptionChannel | null
  /** A part of the answer of this agency: the rest has not come. */
  readonly part: boolean
  readonly caveats: readonly CaveatMark[]
}

type Row = {
  readonly form: string
  readonly question: string
  readonly formVersion: string
  readonly label: string
  readonly said: readonly Said[]
  readonly conflict: boolean
}

type SettledConflict = {
  readonly form: string
  readonly question: string
  readonly whose: string
  readonly answer: string
  readonly why: string
  readonly entry: number
  readonly recordedBy: PersonId
  readonly recordedAt: Instant
}

export type CollatedModel = {
  readonly hidden: Html
  readonly rows: readonly Row[]
  readonly settled: readonly SettledConflict[]
  readonly names: ReadonlyMap<PersonId, string>
  readonly caseId: string
  readonly maySettle: boolean
  readonly mayCaveat: boolean
  readonly typed: TypedSettling | null
  readonly errors: readonly ErrorItem[]
  readonly today: PlainDate
}

const settledFor = ({ settled }: CollatedModel, row: Row) =>
  settled.find(({ form, question }) => form === row.form && question === row.question)

/** What the agencies returned, question by question: what they disagree on first. */
export function collatedView(model: CollatedModel): Html {
  const conflicts = model.rows.filter(({ conflict }) => conflict)
  const forms = [...new Set(model.rows.map(({ form }) => form))]
  return html`<h1 class="govuk-heading-l">Collated record</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${model.rows.length === 0 && html`<p class="govuk-body">No agency has returned its form yet.</p>`}
${conflicts.length > 0 && html`<h2 class="govuk-heading-m">What agencies say differently</h2>${conflicts.map((row) => conflict(model, row))}`}
${forms.map((form) => record(model, form))}
</div></div>`
}

function nameOf(form: string, today: PlainDate): string {
  const kind = SupplementaryFormKind.safeParse(form)
  return kind.success ? formWords(kind.data, today) : 'Reporting form'
}

function conflict(model: CollatedModel, row: Row): Html {
  const { hidden, maySettle, typed, errors, names } = model
  const before = settledFor(model, row)
  const field = fieldName(row)
  const again = typed?.field === field ? typed : null
  const own = again === null ? [] : errors
  return html`<h3 class="govuk-heading-s">${row.label}</h3>
${summaryList({
  rows: row.said.map(({ organisationName, answer, transcribed, part, caveats }) => ({
    key: { text: organisationName },
    value: { html: html`${answer}${mark({ transcribed, part })}${caveatMarks(model.caseId, caveats)}` },
  })),
})}
${
  before !== undefined &&
  html`<p class="govuk-body">Settled: <strong>${before.answer}</strong>. ${typedText(before.why)}
Recorded by ${names.get(before.recordedBy) ?? 'somebody who has left'}, ${writtenTime(new Date(before.recordedAt))}.</p>`
}
${
  maySettle &&
  html`<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${before?.entry ?? 0}">
${radios({
  name: 'whose',
  idPrefix: again === null ? `${field}-whose` : 'whose',
  value: again?.whose ?? '',
  fieldset: {
    legend: { text: `Whose answer holds? ${row.label}`, classes: 'govuk-fieldset__legend--s' },
  },
  errorMessage: errorOf(own, 'whose'),
  items: row.said
    .filter(({ notKnown }) => !notKnown)
    .map(({ informationRequestId, organisationName, answer }) => ({
      value: informationRequestId,
      text: `${organisationName}: ${answer}`,
    })),
})}
${textarea({
  id: again === null ? `${field}-why` : 'why',
  name: 'why',
  label: { text: 'Why does it hold?' },
  rows: '3',
  value: again?.why ?? '',
  errorMessage: errorOf(own, 'why'),
})}
${button({ text: 'Record', name: '_action', value: field, classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
}`
}

/** Stands with an answer the agency did not write itself, or that came before the rest. */
const mark = ({ transcribed, part }: Pick<Said, 'transcribed' | 'part'>) =>
  html`${transcribed !== null && hint(transcribedWords(transcribed))}${part && hint(partMark)}`

const hint = (words: string) => html` <span class="govuk-hint govuk-!-margin-bottom-0">${words}</span>`

/** A way to keep an answer from somebody, for whoever may. */
const underCaveat = ({ caseId, mayCaveat }: CollatedModel, row: Row, said: Said) =>
  mayCaveat &&
  html`<br>${putUnderCaveat(
    caseId,
    { request: said.informationRequestId, form: row.form, part: row.question },
    { text: 'Put under a caveat', of: `${row.label}, ${said.organisationName}` },
  )}`

function record(model: CollatedModel, form: string): Html {
  const rows = model.rows.filter((row) => row.form === form)
  return details({
    summaryText: `${nameOf(form, model.today)}: every answer`,
    html: summaryList({
      rows: rows.map((row) => ({
        key: { text: row.label },
        value: {
          html: html`${row.said.map(
            (said) =>
              html`<p class="govuk-body"><strong>${said.organisationName}</strong>: ${said.answer}${mark(said)}${caveatMarks(model.caseId, said.caveats)}${underCaveat(model, row, said)}</p>`,
          )}`,
        },
      })),
    }),
  })
}
