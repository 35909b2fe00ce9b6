import { PlainDate } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { clientOf } from '@cdop/rpc'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { recordWords } from '../duplicates/view.ts'

type Intake = ReturnType<typeof clientOf<IntakeRouter>>
export type ShownReview = Awaited<ReturnType<Intake['duplicateReview']['read']['query']>>
export type ShownRecord = ShownReview['records'][number]
export type IdentityField = keyof NonNullable<ShownRecord['identity']>

/** Who the child is, field by field, in words. */
export const identityWords: Readonly<Record<IdentityField, string>> = {
  familyName: 'Family name',
  givenNames: 'Given names',
  nhsNumber: 'NHS number',
  dateOfBirth: 'Date of birth',
  dateOfDeath: 'Date of death',
  sex: 'Sex',
  address: 'Address',
  postcode: 'Postcode',
}

export const identityFields: readonly IdentityField[] = [
  'familyName',
  'givenNames',
  'nhsNumber',
  'dateOfBirth',
  'dateOfDeath',
  'sex',
  'address',
  'postcode',
]

const sexWords: Readonly<Record<string, string>> = {
  male: 'Male',
  female: 'Female',
  indeterminate: 'Indeterminate',
  'not-known': 'Not known',
}

/** Two records by names that tell them apart. */
export function namesOf([one, other]: readonly [ShownRecord, ShownRecord]): readonly [string, string] {
  const names = [recordWords(one), recordWords(other)] as const
  return names[0] === names[1] ? [`First ${lower(names[0])}`, `Second ${lower(names[1])}`] : names
}

const lower = (words: string) => words.replace('Notification', 'notification')

/** A field of the identity as it is written; null where the record does not say. */
export function identityText(record: ShownRecord, field: IdentityField): string | null {
  const value = record.identity?.[field] ?? null
  if (value === null) return null
  if (field === 'dateOfBirth' || field === 'dateOfDeath') {
    return writtenDate(PlainDate.parse(value))
  }
  return field === 'sex' ? (sexWords[value] ?? value) : value
}

type Compared = { readonly label: string; readonly one: string | null; readonly other: string | null }

const notSaid = (answer: string | undefined): string | null =>
  answer === undefined || answer === 'Not provided' ? null : answer

/** Everything both records say, question by question in the form's order. */
function comparedAnswers(
  [one, other]: readonly [ShownRecord, ShownRecord],
  answerOf: (linkId: string, answer: string) => string,
): readonly { title: string; rows: readonly Compared[] }[] {
  const titles = new Map<string, { title: string; rows: Map<string, Compared> }>()
  for (const [side, record] of [
    ['one', one],
    ['other', other],
  ] as const) {
    for (const section of record.sections) {
      const found = titles.get(section.linkId) ?? { title: section.title, rows: new Map<string, Compared>() }
      titles.set(section.linkId, found)
      for (const { path, linkId, label, answer, entry } of section.rows) {
        const before = found.rows.get(path) ?? {
          label: entry === undefined ? label : `${entry.label}: ${label}`,
          one: null,
          other: null,
        }
        found.rows.set(path, { ...before, [side]: notSaid(answerOf(linkId, answer)) })
      }
    }
  }
  return [...titles.values()].map(({ title, rows }) => ({ title, rows: [...rows.values()] }))
}

/** Two records beside each other; what differs is said in words, not by colour. Stacks on a narrow screen. */
export function sideBySide(
  records: readonly [ShownRecord, ShownRecord],
  answerOf: (linkId: string, answer: string) => string,
): Html {
  const names = namesOf(records)
  const [one, other] = records
  const who = identityFields.map((field) => ({
    label: identityWords[field],
    one: identityText(one, field),
    other: identityText(other, field),
  }))
  return html`<h2 class="govuk-heading-m">Who the child is</h2>
${comparison(who, names)}
${comparedAnswers(records, answerOf).map(
  ({ title, rows }) => html`<h2 class="govuk-heading-m">${title}</h2>
${comparison(rows, names)}`,
)}`
}

function comparison(rows: readonly Compared[], names: readonly [string, string]): Html {
  return summaryList({
    rows: rows.map((row) => ({ key: { text: row.label }, value: { html: both(row, names) } })),
  })
}

function both({ one, other }: Compared, [first, second]: readonly [string, string]): Html {
  if (one === other) {
    return one === null
      ? html`<p class="govuk-body govuk-!-margin-bottom-0">Not provided in either</p>`
      : html`<p class="govuk-body govuk-!-margin-bottom-0">${one}</p>
<p class="govuk-body-s govuk-!-margin-bottom-0">Same in both</p>`
  }
  const words = one === null || other === null ? `Only in ${one === null ? second : first}` : 'Different'
  return html`<p class="govuk-body-s govuk-!-margin-bottom-1"><strong>${words}</strong></p>
<div class="govuk-grid-row">
<div class="govuk-grid-column-one-half">${side(first, one)}</div>
<div class="govuk-grid-column-one-half">${side(second, other)}</div>
</div>`
}

function side(name: string, value: string | null): Html {
  return html`<p class="govuk-body-s govuk-!-margin-bottom-0">${name}</p>
<p class="govuk-body govuk-!-margin-bottom-1">${value ?? 'Not provided'}</p>`
}
