import type { ApiToken } from '../../api-token/api-token.ts'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { summaryList } from '../../components/summary-list.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { scopesInWords } from './scope-words.ts'

/** Asks once more before a system is shut out. */
export function revokeTokenScreen(formFields: Html, token: ApiToken): Screen {
  const rows: readonly (readonly [string, string])[] = [
    ['Organisation', token.organisationName],
    ['ODS code', token.odsCode],
    ['Sends by', scopesInWords(token.scopes)],
    ['Created', writtenTime(new Date(token.createdAt))],
    ['Last used', token.lastUsedAt === null ? 'Never' : writtenTime(new Date(token.lastUsedAt))],
  ]
  return {
    title: 'Revoke a token',
    section: 'Access tokens',
    backLink: '/api-tokens',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Revoke a token</h1>
${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
<p class="govuk-body">The organisation’s system is refused from its next request on. What it has sent stays.</p>
<form method="post" novalidate>
${formFields}
${button({ text: 'Revoke token', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>
</div></div>`,
  }
}
