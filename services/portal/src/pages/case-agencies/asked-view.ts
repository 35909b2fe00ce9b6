import { type RefusalCode, refusals } from '@cdop/domain'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'

export type AskedRow = {
  readonly organisationName: string
  readonly outcome: 'sent' | 'already-asked' | 'refused' | null
  readonly refusal: RefusalCode | null
  readonly informationRequestId: string | null
}

export const askedTitle = 'Several agencies asked at once'

/** What became of each agency of several that were asked at once. */
export function askedView(caseId: string, here: string, rows: readonly AskedRow[]): Html {
  const left = rows.filter(({ outcome }) => outcome === null).length
  return html`<h1 class="govuk-heading-l">${askedTitle}</h1>
<p class="govuk-body">${
    left === 0
      ? `All ${rows.length} have had their turn.`
      : `${rows.length - left} of ${rows.length} have had their turn. It goes on by itself, also when you leave this page.`
  }
${left > 0 && html`<a class="govuk-link" href="${here}">Look again</a>`}</p>
${scrollRegion(
  'What became of each agency',
  table({
    caption: 'What became of each agency',
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Organisation' }, { text: 'Result' }],
    firstCellIsHeader: true,
    rows: rows.map((row) => [{ text: row.organisationName }, { html: result(caseId, row) }]),
  }),
)}
<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/requests">Information requests of the case</a></p>`
}

function result(
  caseId: string,
  { organisationName, outcome, refusal, informationRequestId }: AskedRow,
): Html {
  const seen = html`<a class="govuk-link" href="/cases/${caseId}/requests/${informationRequestId ?? ''}">See the request<span class="govuk-visually-hidden"> to ${organisationName}</span></a>`
  switch (outcome) {
    case null:
      return html`Waits for its turn`
    case 'sent':
      return html`Asked. ${seen}`
    case 'already-asked':
      return html`Asked before: no second request was sent. ${seen}`
    case 'refused':
      return html`Not asked: ${refusalWords(refusal)}`
  }
}

/** Why an agency was not asked, as a sentence goes on. */
function refusalWords(code: RefusalCode | null): string {
  if (code === null || code === 'not-found') return 'the case was no longer there for whoever asked'
  return refusals[code].says
}
