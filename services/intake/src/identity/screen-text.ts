import { AreaId, CaseId } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { openEveryIdentity } from './child-store.ts'
import { disclose } from './disclose.ts'
import { Identifier, identifiersIn } from './identifiers-in.ts'
import { PassToken } from './read-identity.ts'

/** Which of the child's own identifiers a text contains. The text is neither stored nor logged. */
export const screenText = requires('identity:screen')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, pass: PassToken, text: z.string().max(20_000) }))
  .output(z.strictObject({ found: z.array(Identifier) }))
  .query(({ ctx, input: { areaId, caseId, pass, text } }) =>
    disclose(
      ctx,
      { action: 'identity.screen', areaId, caseIds: [caseId], pass },
      (identities) => ({
        found: [...new Set(identities.flatMap((identity) => identifiersIn(text, identity)))],
      }),
      openEveryIdentity,
    ),
  )
