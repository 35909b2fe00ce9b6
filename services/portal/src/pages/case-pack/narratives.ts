import type { FamilyQuestionId, OrganisationKind, PlainDate } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { organisationKindWords } from '../../wording/organisation-kind-words.ts'
import { writtenDate } from '../../wording/written-date.ts'
import type { Met } from './explained.ts'
import { passages } from './passages.ts'
import { sectionHeading } from './section-heading.ts'

/** What a panel reads of what was written about a case, de-identified. */
export type PackNarratives = {
  readonly opensUntil: PlainDate
  /** A reader may take a copy along. */
  readonly copiesAllowed: boolean
  /** What the family told and asks: it opens the case. */
  readonly family: {
    readonly portrait: string | null
    readonly questions: readonly {
      readonly familyQuestionId: FamilyQuestionId
      readonly text: string
      readonly standing: 'open' | 'answered' | 'left-open'
    }[]
    /** How many questions to the panel are not in the pack. */
    readonly since: number
  }
  readonly texts: readonly {
    readonly organisationKind: OrganisationKind | null
    readonly label: string
    readonly text: string | null
  }[]
}

/** The texts of the pack below the coded answers; says so where there are none. */
export function narrativesSection(
  { opensUntil, texts }: PackNarratives,
  { met, fresh, unfolded }: { met: Met; fresh: ReadonlySet<string>; unfolded: boolean },
): Html {
  // The summary stands above.
  const told = texts.filter(({ organisationKind }) => organisationKind !== null)
  return html`${sectionHeading({ id: 'wrote', text: 'What the agencies wrote', fresh })}
<p class="govuk-body">De-identified, not anonymous: words in square brackets stand in place of names, places and exact
dates. It can be read until ${writtenDate(opensUntil)}.</p>
${told.length === 0 && html`<p class="govuk-body">No agency wrote anything a panel reads.</p>`}
${told.map(
  ({ organisationKind, label, text }, at) => html`<h3 class="govuk-heading-s">${
    organisationKind !== null && `${organisationKindWords[organisationKind]}: `
  }${label}</h3>
${text === null ? changedSince : passages(text, { section: `wrote-${at + 1}`, met, unfolded })}`,
)}`
}

/** Stands in place of a text that is not what was released. */
export const changedSince = html`<p class="govuk-body">This changed since the pack was released, and is not shown. The coordinator builds the
pack again.</p>`

/** Who reads it, and when: on every page of a pack, also when it is printed. */
export const watermark = ({ reader, readAt }: { reader: string; readAt: string }): Html =>
  html`<p class="govuk-body-s">Read by ${reader} on ${readAt}. Not to be copied or passed on.</p>`
