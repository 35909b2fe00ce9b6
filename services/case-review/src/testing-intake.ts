import { AreaId, CaseId, Refusal } from '@cdop/domain'
import { acceptPass, type Destination, procedures, rpcDoor } from '@cdop/rpc'
import type { GivenService } from '@cdop/service/testing'
import { z } from 'zod'

const { router, requires } = procedures<GivenService['rings']>()

/** The name of every child in these tests, as far as the screening knows. */
export const FAMILY_NAME = 'Quillfeather'

const screen = requires('identity:screen')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, pass: z.string(), text: z.string().max(20_000) }))
  .output(z.strictObject({ found: z.array(z.enum(['name'])) }))
  .query(async ({ ctx: { actor, parts: rings }, input: { caseId, pass: token, text } }) => {
    const pass = await acceptPass(rings.intake, actor, token)
    if (!pass.caseIds.includes(caseId) || !pass.fieldClasses.includes('identity'))
      throw new Refusal('not-found')
    return { found: text.includes(FAMILY_NAME) ? ['name' as const] : [] }
  })

/** Intake as case-review meets it: the real door, tokens and passes, with one procedure behind it. */
export function intakeOverTheWire(rings: GivenService['rings']): NonNullable<Destination['fetch']> {
  const app = rpcDoor({
    service: 'intake',
    router: router({ identity: router({ screen }) }),
    keyring: rings.intake,
    asserters: ['portal'],
    parts: rings,
    report: () => {},
  })
  return async (request) => app.fetch(request)
}
