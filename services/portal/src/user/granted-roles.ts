import { GrantedRole, PanelAgency, type Role } from '@cdop/domain'
import { z } from 'zod'

/** What an administrator may grant: at least one role, none twice; who sits on the panel speaks for an agency. */
export const grantedRoles = {
  roles: z
    .array(GrantedRole)
    .min(1)
    .max(GrantedRole.options.length)
    .refine((roles) => new Set(roles).size === roles.length, { message: 'has a role twice' }),
  agency: PanelAgency.optional(),
}

/** True unless somebody who scrutinises the area is something else in it as well: they would be asked about their own work. */
export const scrutineerStandsApart = ({ roles }: { roles: readonly Role[] }): boolean =>
  !roles.includes('scrutineer') || roles.length === 1

/** True unless somebody who sits on the panel speaks for no agency: quorum counts agencies. */
export function panelNeedsAgency(grant: {
  roles: readonly Role[]
  agency?: PanelAgency | undefined
}): boolean {
  const sits = grant.roles.includes('panel-member') || grant.roles.includes('chair')
  return !sits || grant.agency !== undefined
}
