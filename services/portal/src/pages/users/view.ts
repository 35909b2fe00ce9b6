import { button } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import { scrollRegion, table } from '../../components/table.ts'
import type { Screen } from '../../page/screen.ts'
import type { AreaUser } from '../../user/membership-store.ts'
import { agencyWords, roleWords } from '../../user/role-words.ts'

export function usersScreen(users: readonly AreaUser[]): Screen {
  const rows = users.map(({ personId, displayName, email, roles, agency, disabled }) => [
    { text: displayName },
    { text: email },
    { text: roles.map((role) => roleWords[role]).join(', ') },
    { text: agency === null ? '' : agencyWords[agency] },
    {
      html: disabled
        ? html`Access ended`
        : html`<a class="govuk-link" href="/users/${personId}">Change<span class="govuk-visually-hidden"> the access of ${displayName}</span></a>`,
    },
  ])
  const head = ['Name', 'Email', 'Roles', 'Agency', 'Access'].map((text) => ({ text }))
  return {
    title: 'Users',
    main: html`<h1 class="govuk-heading-l">Users</h1>
${button({ text: 'Invite a person', href: '/users/invite' })}
${scrollRegion('Users', table({ head, rows, firstCellIsHeader: true }))}`,
  }
}
