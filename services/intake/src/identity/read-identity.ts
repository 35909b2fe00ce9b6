import { AreaId, CASES_PER_PASS, CaseId, NhsNumber, PlainDate } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { disclose } from './disclose.ts'

/** A case pass as it travels. */
export const PassToken = z.string().max(8000)

const Disclosed = z.strictObject({
  caseId: CaseId,
  familyName: z.string(),
  givenNames: z.string(),
  dateOfBirth: PlainDate,
  dateOfDeath: PlainDate,
  nhsNumber: NhsNumber.nullable(),
})

/** Who the children of up to 50 cases are, to the holder of a pass for every one of them. */
export const readIdentity = requires('identity:read')
  .input(
    z.strictObject({ areaId: AreaId, caseIds: z.array(CaseId).min(1).max(CASES_PER_PASS), pass: PassToken }),
  )
  .output(z.array(Disclosed))
  .query(({ ctx, input }) =>
    disclose(ctx, { action: 'identity.read', ...input, caseIds: [...new Set(input.caseIds)] }, (identities) =>
      identities.map(({ caseId, familyName, givenNames, dateOfBirth, dateOfDeath, nhsNumber }) => ({
        caseId,
        familyName,
        givenNames,
        dateOfBirth,
        dateOfDeath,
        nhsNumber,
      })),
    ),
  )
