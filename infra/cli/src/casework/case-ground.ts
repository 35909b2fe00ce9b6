import { createHash } from 'node:crypto'
import type { AreaId } from '@cdop/domain'
import type { OperatorClient } from '../stack/operator-client.ts'
import type { Staff } from './staff-area.ts'

/** Where steps on cases are taken: through whom, in which area, by whom, and with which idempotency keys. */
export type CaseGround = {
  readonly client: OperatorClient
  readonly areaId: AreaId
  readonly staff: Staff
  readonly coordinator: ReturnType<Staff['holding']>
  keyOf(...what: readonly (string | number)[]): string
}

/** `label` makes the keys: the same label done twice is done once. */
export function caseGround(client: OperatorClient, staff: Staff, label: string): CaseGround {
  const { areaId } = staff.area
  return {
    client,
    areaId,
    staff,
    coordinator: staff.holding('coordinator'),
    keyOf: (...what) =>
      createHash('sha256')
        .update([label, areaId, ...what].join('|'))
        .digest('hex')
        .slice(0, 40),
  }
}
