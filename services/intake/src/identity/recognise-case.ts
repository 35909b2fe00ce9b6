import { AreaId, CASES_PER_PASS, CaseId, Refusal, requireArea } from '@cdop/domain'
import { acceptPass } from '@cdop/rpc'
import { z } from 'zod'
import { openRecord, recordsUnder } from '../merge/known-record.ts'
import { requireCaseReview } from '../national-database/require-case-review.ts'
import { requires } from '../rpc.ts'
import { openEveryIdentity } from './child-store.ts'
import { KnownBy, namedIn } from './known-by.ts'
import { PassToken } from './read-identity.ts'

const Recognised = KnownBy.extend({ caseId: CaseId })

/**
 * By whom and what some cases are recognised in a text, for case-review to take out of what a panel reads: every name the
 * children were ever known by, and everybody and everything their notifications name. Audited, one entry for each case,
 * before it is answered.
 * @throws Refusal `forbidden` to anybody but case-review; `not-found` without its pass for every case
 */
export const recogniseCases = requires('pack:identify')
  .input(
    z.strictObject({ areaId: AreaId, caseIds: z.array(CaseId).min(1).max(CASES_PER_PASS), pass: PassToken }),
  )
  .output(z.array(Recognised))
  .query(async ({ ctx: { actor, parts }, input: { areaId, caseIds, pass: token } }) => {
    requireCaseReview(actor)
    requireArea(actor, areaId)
    const pass = await acceptPass(parts.keyring, actor, token)
    const covered = caseIds.every((caseId) => pass.caseIds.includes(caseId))
    if (!covered || !pass.fieldClasses.includes('identity')) throw new Refusal('not-found')
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...caseIds.map((id) => ({
          action: 'identity.recognise',
          object: { kind: 'case', id },
          fieldClasses: ['identity' as const],
        })),
      )
      const known: z.infer<typeof Recognised>[] = []
      for (const caseId of caseIds) {
        const children = await openEveryIdentity(tx, parts.keys, areaId, [caseId])
        const named: Omit<KnownBy, 'children'>[] = []
        for (const notificationId of await recordsUnder(tx, areaId, caseId)) {
          named.push(namedIn((await openRecord(tx, parts.keys, areaId, notificationId)).read.answers))
        }
        known.push({
          caseId,
          children: children.map(({ caseId: _, sex: _sex, ...child }) => child),
          alsoKnownAs: named.flatMap((one) => one.alsoKnownAs),
          family: named.flatMap((one) => one.family),
          staff: named.flatMap((one) => one.staff),
          places: named.flatMap((one) => one.places),
          addresses: named.flatMap((one) => one.addresses),
          postcodes: named.flatMap((one) => one.postcodes),
          nhsNumbers: named.flatMap((one) => one.nhsNumbers),
          contacts: named.flatMap((one) => one.contacts),
          dates: named.flatMap((one) => one.dates),
        })
      }
      return known
    })
  })
