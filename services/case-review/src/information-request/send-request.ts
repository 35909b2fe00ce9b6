import {
  AreaId,
  CaseId,
  InformationRequestId,
  OrganisationContactId,
  OrganisationId,
  PlainDate,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { askAgency } from './ask-agency.ts'

const outcome = z.strictObject({ informationRequestId: InformationRequestId, dueOn: PlainDate })

/**
 * Asks an agency what it knew of the child (Children Act 2004, s.16N), through one of its contacts or its mailbox. The
 * mail leaves after the commit, by a job.
 * @throws Refusal `not-confirmed` before it is recorded who confirmed the death and who the child is;
 * `organisation-not-in-use` or `contact-ended` when the directory says so; `not-allowed-in-this-state` once the panel has
 * reviewed the case; `transfer-open` while another area is asked to take it
 */
export const sendRequest = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      organisationId: OrganisationId,
      /** Null for the mailbox of the organisation. */
      contactId: OrganisationContactId.nullable().default(null),
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, organisationId, contactId } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'information-request.send', input, outcome },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        const asked = { found: seen.found, organisationId, contactId, by: person.personId }
        return askAgency(tx, { actor, parts }, areaId, asked)
      },
    )
  })
