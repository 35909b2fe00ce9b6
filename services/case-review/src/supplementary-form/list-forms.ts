import {
  AreaId,
  CaseId,
  FormStillOpen,
  InformationRequestId,
  InformationRequestState,
  isAsked,
  NeededForm,
  requireArea,
  requiredSupplementaryForms,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requestsOf } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { deathFacts } from './death-facts.ts'
import { AskedForm, formsAskedWith } from './request-form-store.ts'

/** Which supplementary forms a case needs and why, what cannot be said yet, and of whom each was asked. */
export const listForms = requires('information-request:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    z.strictObject({
      needed: z.array(NeededForm),
      open: z.array(FormStillOpen),
      asked: z.array(AskedForm.omit({ askedAt: true, version: true })),
      requests: z.array(
        z.strictObject({
          informationRequestId: InformationRequestId,
          organisationName: z.string(),
          state: InformationRequestState,
        }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'supplementary-form.list',
        object: { kind: 'case', id: caseId },
        fieldClasses: ['agency-return'],
      })
      const facts = await deathFacts(tx, parts.keys, areaId, seen.found)
      const requests = (await requestsOf(tx, areaId, seen.found)).filter(({ state }) => isAsked(state))
      const asked = await formsAskedWith(
        tx,
        areaId,
        requests.map(({ informationRequestId }) => informationRequestId),
      )
      return {
        ...requiredSupplementaryForms(facts),
        asked: asked.map(({ askedAt: _at, version: _version, ...form }) => form),
        requests: requests.map(({ informationRequestId, organisationName, state }) => ({
          informationRequestId,
          organisationName,
          state,
        })),
      }
    })
  })
