import type { CasePart, Instant, PersonId, PlainDate } from '@cdop/domain'
import { button } from '../../components/button.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import { errorOf } from '../../typed-form/read-typed.ts'
import { assignmentEndWords, casePartWords } from '../../wording/assignment-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import { NOBODY } from './form.ts'
import type { PartPerson } from './part-people.ts'

type Assignment = {
  readonly part: CasePart
  readonly personId: PersonId
  readonly assignedBy: PersonId | null
  readonly assignedAt: Instant
  readonly endedAt: Instant | null
  readonly endedBecause: keyof typeof assignmentEndWords | null
  readonly backOn: PlainDate | null
}

export type CasePeopleModel = {
  readonly hidden: Html
  readonly assignments: readonly Assignment[]
  readonly nameOf: (personId: PersonId) => string
  /** Who can be given which part; nothing for somebody who only reads. */
  readonly choices: Readonly<Record<CasePart, readonly PartPerson[]>> | null
  readonly typed: { readonly part: CasePart; readonly person: string } | null
  readonly errors: readonly ErrorItem[]
}

/** Who has and had a case, and who gives it to whom. */
export function casePeopleView(model: CasePeopleModel): Html {
  const { assignments, choices } = model
  return html`<h1 class="govuk-heading-l">Who has this case</h1>
<p class="govuk-body">Whoever has the case, and the doctor who leads it, see the child’s name on its pages. Everybody else
asks for it.</p>
${
  choices === null
    ? html`<p class="govuk-body">A coordinator decides who has the case.</p>`
    : html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${partForm(model, 'coordinator', choices.coordinator)}
${partForm(model, 'designated-doctor', choices['designated-doctor'])}
</div></div>`
}
<h2 class="govuk-heading-m">From when to when</h2>
${assignments.length === 0 ? html`<p class="govuk-body">Nobody has had this case yet.</p>` : history(model)}`
}

function partForm(
  { hidden, assignments, typed, errors, nameOf }: CasePeopleModel,
  part: CasePart,
  people: readonly PartPerson[],
): Html {
  const now = assignments.find((one) => one.part === part && one.endedAt === null)
  const known = now === undefined || people.some(({ personId }) => personId === now.personId)
  const chosen = typed?.part === part ? typed.person : (now?.personId ?? NOBODY)
  return html`<form method="post" novalidate>${hidden}
<input type="hidden" name="instead" value="${now?.personId ?? ''}">
${select({
  name: 'person',
  id: part,
  value: chosen,
  label: { text: casePartWords[part], classes: 'govuk-label--s' },
  ...(now !== undefined && !known && { hint: { text: `Now: ${nameOf(now.personId)}` } }),
  errorMessage: typed?.part === part ? errorOf(errors, part) : undefined,
  items: [
    { value: NOBODY, text: 'Nobody' },
    ...people.map(({ personId, displayName }) => ({ value: personId, text: displayName })),
  ],
})}
${button({
  text: part === 'coordinator' ? 'Save the coordinator' : 'Save the lead doctor',
  name: '_action',
  value: part,
  classes: 'govuk-button--secondary',
})}
</form>`
}

function history({ assignments, nameOf }: CasePeopleModel): Html {
  const shown = table({
    caption: 'Who had the case, the newest first',
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Who' }, { text: 'As' }, { text: 'From' }, { text: 'Until' }],
    rows: assignments.map((one) => [
      { text: nameOf(one.personId) },
      { text: casePartWords[one.part] },
      { text: from(one, nameOf) },
      { text: until(one) },
    ]),
  })
  return scrollRegion('Who had the case', shown)
}

function from({ assignedAt, assignedBy }: Assignment, nameOf: CasePeopleModel['nameOf']): string {
  const when = writtenTime(new Date(assignedAt))
  return assignedBy === null ? `${when}, the leave was over` : `${when}, by ${nameOf(assignedBy)}`
}

function until({ endedAt, endedBecause, backOn }: Assignment): string {
  if (endedAt !== null && endedBecause !== null) {
    return `${writtenTime(new Date(endedAt))}. ${assignmentEndWords[endedBecause]}`
  }
  return backOn === null ? 'Now' : `Now. Goes back on ${writtenDate(backOn)}`
}
