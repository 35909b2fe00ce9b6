import type { OperatorClient } from '../stack/operator-client.ts'
import { caseGround } from './case-ground.ts'
import { familySteps } from './family-steps.ts'
import { gatheringSteps } from './gathering-steps.ts'
import { learningSteps } from './learning-steps.ts'
import { nationalSteps } from './national-steps.ts'
import { notifyingSteps } from './notifying-steps.ts'
import { packSteps } from './pack-steps.ts'
import { panelSteps } from './panel-steps.ts'
import type { Staff } from './staff-area.ts'

/**
 * What an area's people do with a case, one step each, through the services' own procedures. `label` makes the
 * idempotency keys: the same label done twice is done once, so an interrupted run can be run again.
 */
export function caseworkOf(client: OperatorClient, staff: Staff, label: string) {
  const ground = caseGround(client, staff, label)
  return {
    ...notifyingSteps(ground),
    ...nationalSteps(ground),
    ...gatheringSteps(ground),
    ...familySteps(ground),
    ...packSteps(ground),
    ...panelSteps(ground),
    ...learningSteps(ground),
  }
}

export type Casework = ReturnType<typeof caseworkOf>
