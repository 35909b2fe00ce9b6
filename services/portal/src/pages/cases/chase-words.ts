import type { OrganisationKind, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { writtenDate } from '../../wording/written-date.ts'

/** Whom to chase about a case first, and by how many days that would bring its last answer forward. */
export type ChaseSaid = {
  readonly informationRequestId: string
  readonly kind: OrganisationKind
  readonly days: number | null
}

/** Where the order comes from, and what it takes for granted. */
export function chaseWords({ basedOn, today }: { basedOn: number | null; today: PlainDate }): Html {
  return html`<p class="govuk-body">“Chase first” says whose answer today would bring the last answer of a case forward most,
and by how much. It is worked out on ${writtenDate(today)} from the ${String(basedOn ?? 0)} answers agencies of this area gave
in three years, for each kind of agency (for all kinds together where fewer than 20 of a kind answered). It takes
agencies to answer independently of each other, and those of one kind to take alike.</p>`
}

/** Whom to chase, and the gain in words. */
export function chaseCell({
  caseId,
  reference,
  chase,
}: {
  readonly caseId: string
  readonly reference: string
  readonly chase: ChaseSaid | null
}): Html {
  if (chase === null) return html``
  return html`<a class="govuk-link" href="/cases/${caseId}/requests/${chase.informationRequestId}">${
    organisationKindWords[chase.kind]
  }<span class="govuk-visually-hidden"> about ${reference}</span></a>: ${gainWords(chase.days)}`
}

function gainWords(days: number | null): string {
  if (days === null) return 'too few answers yet to say'
  const whole = Math.round(days)
  if (whole === 0) return 'less than a day sooner'
  return whole === 1 ? 'about 1 day sooner' : `about ${whole} days sooner`
}
