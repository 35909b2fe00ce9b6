import { type Html, html } from '../../components/html.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { agencyWords } from '../../user/role-words.ts'
import { heldRuleWords } from '../../wording/quorum-rule-words.ts'
import { quorumWords } from '../panel-meeting/quorum-words.ts'
import type { Seat } from './live-place.ts'

type AroundPerson = { readonly personId: string; readonly name: string }

/** Who is there for a case and who may not decide on it, as the chair reads it. */
export type AroundModel = {
  readonly quorum: string
  readonly rule: string
  /** Recorded as present, and counted in this case. */
  readonly present: readonly (AroundPerson & { readonly agency: string })[]
  /** Withdrawn from this case, present or not. */
  readonly conflicted: readonly AroundPerson[]
  /** There for the facts, and not deciding. */
  readonly forFacts: readonly AroundPerson[]
  /** What the family asked of the panel, and what of it is open. */
  readonly familyQuestions: { readonly asked: number; readonly open: number }
}

/** The names of those a seat knows by their id. */
export async function aroundOf(visit: PersonVisit, { around }: Seat): Promise<AroundModel | null> {
  if (around === null) return null
  const names = new Map((await visit.people()).map(({ personId, displayName }) => [personId, displayName]))
  const nameOf = (personId: (typeof around.conflicted)[number]) => names.get(personId) ?? 'Former member'
  return {
    quorum: quorumWords(around.quorum),
    rule: heldRuleWords(around.kind, around.quorumRule),
    present: around.attendance
      .filter(({ personId }) => ![...around.conflicted, ...around.forFacts].includes(personId))
      .map(({ personId, agency }) => ({ personId, name: nameOf(personId), agency: agencyWords[agency] })),
    conflicted: around.conflicted.map((personId) => ({ personId, name: nameOf(personId) })),
    forFacts: around.forFacts.map((personId) => ({ personId, name: nameOf(personId) })),
    familyQuestions: around.familyQuestions,
  }
}

/** Beside the analysis: quorum, attendance and conflicts of this case. */
export function aroundView({ quorum, rule, present, conflicted, forFacts }: AroundModel): Html {
  return html`<h2 class="govuk-heading-m">Who is here for this case</h2>
<p class="govuk-body">${quorum}.</p>
<p class="govuk-body-s">${rule}</p>
${
  present.length === 0
    ? html`<p class="govuk-body">Nobody is recorded as present yet. A coordinator records who attends.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${present.map(
        ({ name, agency }) => html`<li>${name} (${agency.toLowerCase()})</li>`,
      )}</ul>`
}
<h3 class="govuk-heading-s">Conflicts of interest</h3>
${
  conflicted.length + forFacts.length === 0
    ? html`<p class="govuk-body">Nobody declared one in this case.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${conflicted.map(
        ({ name }) => html`<li>${name}: withdrawn</li>`,
      )}${forFacts.map(({ name }) => html`<li>${name}: present for the facts, does not decide</li>`)}</ul>`
}`
}
