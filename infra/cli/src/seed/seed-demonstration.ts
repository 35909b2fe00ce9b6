import type { PanelAgency, Person } from '@cdop/domain'
import type { PortalRouter } from '@cdop/portal/api'
import { demonstrationPeople } from '@cdop/portal/app'
import { type OperatorClient, operatorClient } from '../stack/operator-client.ts'
import type { Stack } from '../stack/start-stack.ts'
import { demonstrationArea, demonstrationAreas, demonstrationNumbers } from './demonstration-areas.ts'
import { loadDemonstrationLists } from './load-demonstration-lists.ts'
import { putOnCall } from './put-on-call.ts'

/** Somebody of the demonstration, as the command line can speak for them. */
export type CastMember = Omit<Person, 'requestId'> & {
  readonly displayName: string
  /** Whom they speak for on a panel; null for those who are on none. */
  readonly agency: PanelAgency | null
}

/**
 * Fills a demonstration through the services' own procedures: two areas and everybody who can sign in. What is there
 * already stays as it is, so it is safe at every start and goes on where an interrupted one stopped. Returns who there
 * is.
 */
export async function seedDemonstration(
  stack: Pick<Stack, 'keysDir' | 'urls'>,
  report: (line: string) => void = () => undefined,
  signal?: AbortSignal,
): Promise<readonly CastMember[]> {
  const operator = await operatorClient(stack)
  for (const area of Object.values(demonstrationAreas)) {
    signal?.throwIfAborted()
    const portal = operator.onOwnAccount(area.areaId).to<PortalRouter>('portal')
    await portal.area.define.mutate({ area, key: `demonstration-${area.areaId}` })
    await portal.area.setTonightContacts.mutate({
      areaId: area.areaId,
      version: 0,
      contacts: demonstrationNumbers,
      key: `demonstration-numbers-${area.areaId}`,
    })
  }
  await demonstrationToken(operator)
  await loadDemonstrationLists(operator)
  const cast: CastMember[] = []
  for (const { email, displayName, roles, agency, areaCode } of demonstrationPeople) {
    signal?.throwIfAborted()
    const { areaId } = demonstrationArea(areaCode)
    const portal = operator.onOwnAccount(areaId).to<PortalRouter>('portal')
    const granted = { roles: [...roles], ...(agency !== undefined && { agency }) }
    const key = `demonstration-${email}`
    const { personId } = await portal.user.invite.mutate({ areaId, email, displayName, ...granted, key })
    cast.push({
      kind: 'person',
      personId,
      roles: [...roles],
      areaIds: [areaId],
      purpose: 'child-death-review',
      displayName,
      agency: agency ?? null,
    })
  }
  for (const area of Object.values(demonstrationAreas)) {
    signal?.throwIfAborted()
    await putOnCall(operator, area, cast)
  }
  report(
    `Demonstration: ${Object.keys(demonstrationAreas).length} areas, ${cast.length} people who can sign in`,
  )
  return cast
}

/** A token of an organisation, so that there is one to look at. What it opens is shown to nobody, so it opens nothing. */
async function demonstrationToken(operator: OperatorClient): Promise<void> {
  const { areaId } = demonstrationArea('LDS')
  await operator
    .onOwnAccount(areaId)
    .to<PortalRouter>('portal')
    .apiToken.create.mutate({
      areaId,
      organisationName: 'Invented Infirmary',
      odsCode: 'X0INV',
      scopes: ['rest', 'fhir'],
      months: 12,
      key: 'demonstration-token',
    })
}
