import { type ResponseMeetingKind, ResponseNotHeldReason } from '@cdop/domain'
import { button } from '../../components/button.ts'
import { characterCount } from '../../components/character-count.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { input } from '../../components/input.ts'
import { radios } from '../../components/radios.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { savedMeanwhile } from '../../typed-form/two-versions.ts'
import { dateField } from '../../typed-form/typed-date.ts'
import { notHeldWords, responseMeetingWords } from '../../wording/response-record-words.ts'
import type { TypedNotes } from '../review-meetings/form.ts'
import { attendanceFields } from '../review-meetings/held-form.ts'
import { NOTE_LENGTH, type RecordStep, type TypedHours, type TypedNotHeld } from './form.ts'

export type StepModel = {
  readonly hidden: Html
  readonly kind: ResponseMeetingKind
  /** The version of the meeting the form was made from; null for a new one. */
  readonly version: number | null
  /** What is saved of it, where somebody else saved it meanwhile, and in which version. */
  readonly saved: { readonly saved: Html; readonly version: number } | null
  readonly errors: readonly ErrorItem[]
}

const asked: Readonly<Record<RecordStep, string>> = {
  arrange: 'When and where is it?',
  held: 'Record that it took place',
  'not-held': 'Record that it does not take place',
}

/** One form of a meeting or visit. Its page's heading says which. */
function stepFrame(
  { hidden, kind, version, saved }: StepModel,
  { step, save, fields }: { step: RecordStep; save: string; fields: Html },
): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l"><span class="govuk-caption-l">${responseMeetingWords[kind]}</span>${asked[step]}</h1>
<form method="post" novalidate>${hidden}
${version !== null && html`<input type="hidden" name="version" value="${version}">`}
${saved !== null && savedMeanwhile(saved)}
${fields}
${button({ text: save, preventDoubleClick: true })}
</form>
</div></div>`
}

function hoursFields(typed: TypedHours, kind: ResponseMeetingKind, errors: readonly ErrorItem[]): Html {
  const time = (name: 'startsAt' | 'endsAt', text: string, hint: string) =>
    input({
      id: name,
      name,
      label: { text, classes: 'govuk-label--s' },
      hint: { text: hint },
      classes: 'govuk-input--width-5',
      value: typed[name],
      autocomplete: 'off',
      errorMessage: errorOf(errors, name),
    })
  const overnight = kind === 'scene-visit' ? '. A time before the beginning is on the next day' : ''
  return html`${dateField({ name: 'heldOn', legend: 'On which day?', value: typed.heldOn, errors })}
${time('startsAt', 'From what time?', 'By the 24-hour clock, for example 02:10')}
${time('endsAt', 'Until what time?', `By the 24-hour clock${overnight}`)}`
}

/** Arranges a meeting or visit, or moves it. */
export function arrangeView(model: StepModel, typed: TypedHours & { place: string }): Html {
  const { kind, errors } = model
  const hint =
    kind === 'scene-visit'
      ? 'It does not stand in the calendar file'
      : 'It stands in the calendar file: leave out the child’s name'
  return stepFrame(model, {
    step: 'arrange',
    save: 'Save this',
    fields: html`${hoursFields(typed, kind, errors)}
${input({
  id: 'place',
  name: 'place',
  label: { text: 'Where is it?', classes: 'govuk-label--s' },
  hint: { text: hint },
  value: typed.place,
  autocomplete: 'off',
  errorMessage: errorOf(errors, 'place'),
})}`,
  })
}

/** Records who was there and what was noted; once recorded, writes that anew. */
export function heldView(model: StepModel, typed: TypedHours & TypedNotes, again: boolean): Html {
  const { kind, errors } = model
  return stepFrame(model, {
    step: 'held',
    save: again ? 'Save the change' : 'Record this',
    fields: html`${!again && hoursFields(typed, kind, errors)}${attendanceFields(typed, errors)}`,
  })
}

/** Records why it does not take place. */
export function notHeldView(model: StepModel, typed: TypedNotHeld): Html {
  const { errors } = model
  return stepFrame(model, {
    step: 'not-held',
    save: 'Record this',
    fields: html`${radios({
      name: 'reason',
      idPrefix: 'reason',
      value: typed.reason,
      fieldset: { legend: { text: 'Why not?', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errorOf(errors, 'reason'),
      items: ResponseNotHeldReason.options.map((value) => ({ value, text: notHeldWords[value] })),
    })}
${characterCount({
  id: 'note',
  name: 'note',
  label: { text: 'Note (optional)', classes: 'govuk-label--s' },
  hint: { text: 'Needed if you select “Another reason”' },
  value: typed.note,
  rows: 4,
  maxlength: NOTE_LENGTH,
  threshold: 75,
  errorMessage: errorOf(errors, 'note'),
})}`,
  })
}
