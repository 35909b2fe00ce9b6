import type { NoNotificationReason, PlainDate, Sex } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { radios } from '../../components/radios.ts'
import { summaryList } from '../../components/summary-list.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { reasonWords } from '../duplicates/view.ts'

export const registeredDeathTitle = 'Registered and not notified'

export type RegisteredDeathModel = {
  readonly hidden: Html
  readonly entry: {
    readonly version: number
    readonly entryNumber: string
    readonly registeredOn: PlainDate
    readonly diedOn: PlainDate
    readonly bornOn: PlainDate | null
    readonly familyName: string
    readonly givenNames: string
    readonly sex: Sex
    readonly byCoroner: boolean
    readonly notificationId: string | null
    readonly reasons: Parameters<typeof reasonWords>[0]
  }
  readonly typed: { readonly is: string; readonly reason: string }
  readonly errors: readonly ErrorItem[]
}

const notForPanelWords: Readonly<Record<NoNotificationReason, string>> = {
  'resident-elsewhere': 'The child lived in another area',
  'aged-18-or-over': 'The person was 18 or over',
  'not-born-alive': 'The baby was not born alive',
  'lawful-termination': 'A live birth after a planned termination within the law',
}

const sexWords: Readonly<Record<Sex, string>> = {
  male: 'Male',
  female: 'Female',
  indeterminate: 'Indeterminate',
  'not-known': 'Not known',
}

/** One entry of a register nobody has notified, as far as is known, and what was found out about it. */
export function registeredDeathView({ hidden, entry, typed, errors }: RegisteredDeathModel): Html {
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } })
  const [wrongIs, wrongReason] = [errorOf(errors, 'is'), errorOf(errors, 'reason')]
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${registeredDeathTitle}</h1>
${summaryList({
  rows: [
    row('Name', `${entry.givenNames} ${entry.familyName}`),
    row('Date of birth', entry.bornOn === null ? 'Not given' : writtenDate(entry.bornOn)),
    row('Sex', sexWords[entry.sex]),
    row('Date of death', writtenDate(entry.diedOn)),
    row('Registered', `${writtenDate(entry.registeredOn)}, entry ${entry.entryNumber}`),
    row('Certified after a coroner’s investigation', entry.byCoroner ? 'Yes' : 'No'),
  ],
})}
${
  entry.notificationId === null
    ? html`<p class="govuk-body">No notification looks like this child’s. Find out who should have notified, and
<a class="govuk-link" href="/notifications/new">record the notification</a>. It is then matched to this entry by itself.</p>`
    : html`<p class="govuk-body">A notification may be of this child.
<a class="govuk-link" href="/notifications/${entry.notificationId}">Look at the notification</a>, then say what you found.</p>
${entry.reasons.length > 0 && summaryList({ rows: [row('Why it may be', reasonWords(entry.reasons))] })}`
}
<form method="post" novalidate>${hidden}
<input type="hidden" name="version" value="${entry.version}">
${radios({
  idPrefix: 'is',
  name: 'is',
  value: typed.is,
  fieldset: { legend: { text: 'What did you find?', classes: 'govuk-fieldset__legend--m' } },
  items: [
    ...(entry.notificationId === null
      ? []
      : [
          { value: 'same-child', text: 'The notification is of this child' },
          { value: 'other-child', text: 'The notification is of another child' },
        ]),
    {
      value: 'not-for-panel',
      text: 'This death is not for this panel',
      conditional: {
        html: radios({
          idPrefix: 'reason',
          name: 'reason',
          value: typed.reason,
          fieldset: { legend: { text: 'Why?', classes: 'govuk-fieldset__legend--s' } },
          items: Object.entries(notForPanelWords).map(([value, text]) => ({ value, text })),
          ...(wrongReason && { errorMessage: wrongReason }),
        }),
      },
    },
  ],
  ...(wrongIs && { errorMessage: wrongIs }),
})}
${button({ text: 'Save', preventDoubleClick: true })}
</form></div></div>`
}
