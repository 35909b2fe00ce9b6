import { CaveatAudience, type CaveatId, type CaveatKind, mayShow } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { caveatAudienceWords, caveatKindWords } from '../../wording/caveat-words.ts'
import { listed } from '../../wording/in-words.ts'

/** That something the office reads stands under a caveat. */
export type CaveatMark = { readonly caveatId: CaveatId; readonly kind: CaveatKind }

/** From whom a caveat of a kind keeps something, as a list in words. */
export const withheldFrom = (kind: CaveatKind): string =>
  listed(
    CaveatAudience.options
      .filter((audience) => !mayShow(kind, audience))
      .map((audience) => caveatAudienceWords[audience]),
  )

/** Stands with whatever is withheld from somebody: why, from whom, and where that is kept. */
export function caveatMarks(caseId: string, marks: readonly CaveatMark[]): Html {
  return html`${marks.map(
    ({ caveatId, kind }) =>
      html` <span class="govuk-hint govuk-!-margin-bottom-0"><strong>Caveat:</strong>
<a class="govuk-link" href="/cases/${caseId}/caveats/${caveatId}">${caveatKindWords[kind]}</a>. Withheld from ${withheldFrom(kind)}.</span>`,
  )}`
}

/** What a new caveat is to stand over, as a page says it in its address. */
export type Caveatable =
  | { readonly request: string; readonly form: string; readonly part: string | null }
  | { readonly document: string }
  | { readonly question: string }

/** Leads to where something is put under a caveat. */
export function putUnderCaveat(
  caseId: string,
  target: Caveatable,
  { text, of }: { text: string; of: string },
): Html {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(target)) if (value !== null) query.set(name, value)
  return html`<a class="govuk-link" href="/cases/${caseId}/caveats/new?${query.toString()}">${text}<span
class="govuk-visually-hidden">: ${of}</span></a>`
}
