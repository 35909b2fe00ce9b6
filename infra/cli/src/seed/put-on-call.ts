import { randomUUID } from 'node:crypto'
import { type Area, Instant, type Person } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { demonstrationPeople } from '@cdop/portal/app'
import type { OperatorClient } from '../stack/operator-client.ts'
import { demonstrationNumbers } from './demonstration-areas.ts'

/** Milliseconds the demonstration's lead is on call after a start that found nobody on the rota. */
const ON_CALL_FOR = 28 * 24 * 3_600_000

/** Has an area's response lead on call, and its designated doctor as contact, unless a rota is kept already. */
export async function putOnCall(
  operator: OperatorClient,
  { areaId, code }: Area,
  cast: readonly Omit<Person, 'requestId'>[],
): Promise<void> {
  const keeper = cast.find(({ areaIds, roles }) => areaIds.includes(areaId) && roles.includes('coordinator'))
  if (keeper === undefined) return
  const { kind, personId, roles: keeping, areaIds, purpose } = keeper
  const request = await operator.onBehalfOf({ kind, personId, roles: keeping, areaIds, purpose })
  const { rota } = request.to<IntakeRouter>('intake')
  const { turns, fallback } = await rota.read.query({ areaId })
  const here = demonstrationPeople.filter(({ areaCode }) => areaCode === code)
  const lead = here.find(({ roles }) => roles.includes('response-lead'))
  if (turns.length === 0 && lead !== undefined) {
    const now = Date.now()
    await rota.add.mutate({
      areaId,
      key: randomUUID(),
      part: 'lead',
      name: lead.displayName,
      email: lead.email,
      phone: demonstrationNumbers['on-call-lead'],
      webhook: null,
      from: Instant.parse(new Date(now).toISOString()),
      until: Instant.parse(new Date(now + ON_CALL_FOR).toISOString()),
    })
  }
  const doctor = here.find(({ roles }) => roles.includes('designated-doctor'))
  if (fallback === null && doctor !== undefined) {
    const { displayName: name, email } = doctor
    await rota.setFallback.mutate({ areaId, key: randomUUID(), name, email })
  }
}
