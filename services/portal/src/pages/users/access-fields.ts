import { GrantedRole, PanelAgency } from '@cdop/domain'
import { checkboxes } from '../../components/checkboxes.ts'
import type { ErrorItem } from '../../components/error-summary.ts'
import { type Html, html } from '../../components/html.ts'
import { select } from '../../components/select.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { panelNeedsAgency, scrutineerStandsApart } from '../../user/granted-roles.ts'
import { agencyWords, roleWords } from '../../user/role-words.ts'

/** What a person is to be in the area, as a form shows it. */
export type TypedAccess = { roles: readonly string[]; agency: string }

/** What was granted; mistakes when it cannot be. */
export type ReadAccess =
  | { ok: true; access: { roles: GrantedRole[]; agency?: PanelAgency } }
  | { ok: false; errors: ErrorItem[] }

export function typedAccess(form: PostedForm): TypedAccess {
  return { roles: form.all('roles'), agency: form.text('agency') }
}

export function readAccess(form: PostedForm): ReadAccess {
  const typed = typedAccess(form)
  const roles = GrantedRole.options.filter((role) => typed.roles.includes(role))
  const agency = PanelAgency.safeParse(typed.agency)
  const errors: ErrorItem[] = []
  if (roles.length === 0) errors.push({ text: 'Select at least one role', href: '#roles' })
  if (!scrutineerStandsApart({ roles })) {
    errors.push({
      text: 'An independent scrutineer has no other role in the area. Select that role alone, or leave it out',
      href: '#roles',
    })
  }
  const access = { roles, ...(agency.success && { agency: agency.data }) }
  if (!panelNeedsAgency(access)) {
    errors.push({ text: 'Select the agency this person speaks for on the panel', href: '#agency' })
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, access }
}

/** The message for a field, when it has one. */
export function messageFor(errors: readonly ErrorItem[], field: string) {
  const found = errors.find((error) => error.href === `#${field}`)
  return found === undefined ? {} : { errorMessage: { text: found.text } }
}

const hints: Record<GrantedRole, string> = {
  coordinator: 'Runs the reviews of the area and sees every case',
  'designated-doctor': 'Is told of earlier child deaths in a household',
  'response-lead': 'Is paged when a death may need a joint agency response, and decides',
  'key-worker': 'Speaks to bereaved families, and sees those they are assigned alone',
  'panel-member': 'Reads the cases of panel meetings, without names',
  chair: 'Reads them too, and agrees the analysis with the panel',
  analyst: 'Sees figures and no case, and builds releases',
  publisher: 'Signs releases somebody else built, and sees no case',
  scrutineer:
    'Sees what came of recommendations and no case, and questions it. Holds no other role in the area',
  administrator: 'Manages users and sees no case',
}

export function accessFields(typed: TypedAccess, errors: readonly ErrorItem[]): Html {
  return html`${checkboxes({
    name: 'roles',
    idPrefix: 'roles',
    values: typed.roles,
    items: GrantedRole.options.map((role) => ({
      value: role,
      text: roleWords[role],
      hint: { text: hints[role] },
    })),
    fieldset: { legend: { text: 'Roles', classes: 'govuk-fieldset__legend--m' } },
    ...messageFor(errors, 'roles'),
  })}
${select({
  name: 'agency',
  id: 'agency',
  value: typed.agency,
  label: { text: 'Agency' },
  hint: { text: 'Only for panel members and chairs' },
  items: [
    { value: '', text: 'None' },
    ...PanelAgency.options.map((value) => ({ value, text: agencyWords[value] })),
  ],
  ...messageFor(errors, 'agency'),
})}`
}
