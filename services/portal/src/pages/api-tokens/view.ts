import type { Instant } from '@cdop/domain'
import type { ApiToken } from '../../api-token/api-token.ts'
import { button } from '../../components/button.ts'
import { type Html, html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import { writtenTime } from '../../layout/written-time.ts'
import type { Screen } from '../../page/screen.ts'
import { scopesInWords } from './scope-words.ts'

function stateOf({ tokenId, organisationName, expiresAt, revokedAt }: ApiToken, now: Instant): Html {
  if (revokedAt !== null) return html`Revoked`
  if (expiresAt <= now) return html`Expired`
  return html`<a class="govuk-link" href="/api-tokens/${tokenId}">Revoke<span class="govuk-visually-hidden"> the token of ${organisationName}</span></a>`
}

/** Every token there was: whose, for what, until when. */
export function apiTokensScreen(tokens: readonly ApiToken[], now: Instant, publicUrl: string): Screen {
  const rows = tokens.map((token) => [
    { text: token.organisationName },
    { text: token.odsCode },
    { text: scopesInWords(token.scopes) },
    { text: writtenTime(new Date(token.expiresAt)) },
    { text: token.lastUsedAt === null ? 'Never' : writtenTime(new Date(token.lastUsedAt)) },
    { html: stateOf(token, now) },
  ])
  const head = ['Organisation', 'ODS code', 'Sends by', 'Expires', 'Last used', 'Access'].map((text) => ({
    text,
  }))
  return {
    title: 'Access tokens',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Access tokens</h1>
<p class="govuk-body">With a token, the system of an organisation can send notifications to this area and ask how far
they have come. It sees nothing else. How to send is described in the
<a class="govuk-link" href="${publicUrl}/api/v1/openapi.json">REST description</a> and the
<a class="govuk-link" href="${publicUrl}/fhir/R4/metadata">FHIR capability statement</a>.</p>
${button({ text: 'Create a token', href: '/api-tokens/new' })}
${tokens.length === 0 && html`<p class="govuk-body">No organisation has a token yet.</p>`}
</div></div>
${tokens.length > 0 && scrollRegion('Access tokens', table({ head, rows, firstCellIsHeader: true }))}`,
  }
}
