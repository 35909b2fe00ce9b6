import { createHash } from 'node:crypto'
import type { Area, GrantedRole, PanelAgency, PersonId, Role } from '@cdop/domain'
import type { PortalRouter } from '@cdop/portal/api'
import type { OperatorClient, SpokenFor } from '../stack/operator-client.ts'

/** An invented person to be given roles in an area. */
export type Recruit = {
  displayName: string
  email: string
  roles: readonly GrantedRole[]
  agency: PanelAgency | null
}

/** Who works in an area, as far as casework and figures need them. */
export type Staff = {
  area: Area
  /** @throws Error when nobody holds the role */
  holding(role: GrantedRole): SpokenFor
  /** Everybody who sits on the panel, the chair among them. */
  panel: readonly { personId: PersonId; agency: PanelAgency; roles: readonly Role[] }[]
}

const keyOf = (what: string) => createHash('sha256').update(`staff|${what}`).digest('hex').slice(0, 40)

/** Defines an area and gives invented people their roles in it. Safe to repeat. */
export async function staffArea(
  client: OperatorClient,
  area: Area,
  recruits: readonly Recruit[],
): Promise<Staff> {
  const portal = client.onOwnAccount(area.areaId).to<PortalRouter>('portal')
  await portal.area.define.mutate({ area, key: keyOf(`area|${area.code}`) })
  const staff: { recruit: Recruit; personId: PersonId }[] = []
  for (const recruit of recruits) {
    const { email, displayName, roles, agency } = recruit
    const { personId } = await portal.user.invite.mutate({
      areaId: area.areaId,
      email,
      displayName,
      roles: [...roles],
      ...(agency !== null && { agency }),
      key: keyOf(`person|${email}`),
    })
    staff.push({ recruit, personId })
  }
  return {
    area,
    holding(role) {
      const found = staff.find(({ recruit }) => recruit.roles.includes(role))
      if (found === undefined) throw new Error(`nobody in ${area.code} is ${role}`)
      return {
        kind: 'person',
        personId: found.personId,
        roles: [...found.recruit.roles],
        areaIds: [area.areaId],
        purpose: role === 'analyst' || role === 'publisher' ? 'statistics' : 'child-death-review',
      }
    },
    panel: staff.flatMap(({ recruit, personId }) =>
      recruit.agency === null ? [] : [{ personId, agency: recruit.agency, roles: recruit.roles }],
    ),
  }
}
